using System.Text.RegularExpressions;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Mcp;

/// <summary>The public MCP conformance suites against the real Host in its conformance profile.</summary>
public sealed partial class ConformanceTests
{
    [Fact]
    public async Task EveryActiveScenarioOfTheReleasedSuite_Passes()
    {
        await using var host = await ProfileAsync(sessions: true);

        var (exitCode, output) = await ConformanceSuites.RunAsync("conformance", new Uri(host.Host.Address, "mcp"));

        var scenarios = Scenarios(output);
        Assert.True(exitCode == 0, output);
        Assert.True(scenarios.Count >= 30, $"Only {scenarios.Count} scenarios ran: {output}");
        Assert.All(scenarios, scenario => Assert.True(scenario.Passed > 0 && scenario.Failed == 0, scenario.Name));
    }

    [Fact]
    public async Task EveryScoredRequirementOfTheNewestRevision_Passes()
    {
        await using var host = await ProfileAsync(sessions: false);

        var (exitCode, output) = await ConformanceSuites.RunAsync("conformance-next", new Uri(host.Host.Address, "mcp"), "--requirements", "2026-07-28");

        var unscored = Unscored().Matches(output).Select(match => match.Groups["name"].Value).ToHashSet();
        var scored = Scenarios(output).Where(scenario => !unscored.Contains(scenario.Name)).ToList();
        Assert.True(exitCode == 0, output);
        Assert.True(scored.Count >= 37, $"Only {scored.Count} scored scenarios ran: {output}");
        Assert.All(scored, scenario => Assert.True(scenario.Passed > 0 && scenario.Failed == 0, scenario.Name));
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:0", "does not run in Production")]
    [InlineData("Development", "http://0.0.0.0:0", "loopback only")]
    public async Task Profile_IsRefusedWhereStrangersCouldReachIt(string environment, string address, string reason)
    {
        using var data = new TemporaryFolder();
        var settings = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = environment, ["ASPNETCORE_URLS"] = address };

        var (exitCode, output) = await HostProcess.RunToEndAsync(HostProcess.ConformanceProgram, data.Path, settings, []);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }

    private static Task<ShopForAgents> ProfileAsync(bool sessions) => ShopForAgents.StartAsync(
        new Dictionary<string, string> { ["Conformance__Sessions"] = $"{sessions}" }, HostProcess.ConformanceProgram);

    private static List<(string Name, int Passed, int Failed)> Scenarios(string output) =>
        [.. Scenario().Matches(output).Select(match => (match.Groups["name"].Value, int.Parse(match.Groups["passed"].Value, null), int.Parse(match.Groups["failed"].Value, null)))];

    [GeneratedRegex(@"^[✓✗] (?<name>[\w-]+): (?<passed>\d+) passed, (?<failed>\d+) failed", RegexOptions.Multiline)]
    private static partial Regex Scenario();

    [GeneratedRegex(@"^  [✓✗] (?<name>[\w-]+) \((extension|pending|added-after-release)\)", RegexOptions.Multiline)]
    private static partial Regex Unscored();
}
