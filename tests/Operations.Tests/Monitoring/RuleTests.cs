using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Monitoring;

/// <summary>The alerts by their own unit tests, and where they send people.</summary>
public sealed class RuleTests
{
    private const string Rules = "monitoring/prometheus/rules";
    private const string UnitTests = "monitoring/tests/alerts.test.yml";
    private const string Routes = "monitoring/alertmanager/alertmanager.yml";

    internal static List<Dictionary<string, object>> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.At(Rules), "*.yml").SelectMany(file => Yaml.Map(File.ReadAllText(file)).At("groups").List())
            .SelectMany(group => group.At("rules").List()).Cast<Dictionary<string, object>>(),
    ];

    private static IEnumerable<Dictionary<string, object>> Alerts => All.Where(rule => rule.ContainsKey("alert"));

    [Fact]
    public async Task UnitTests_Pass() => Assert.Contains("SUCCESS", await Shell.SucceedAsync(Shell.Need("promtool", "prometheus"), "test", "rules", Repository.At(UnitTests)), StringComparison.Ordinal);

    [Theory]
    [InlineData("> 0.05", "> 0.5")]
    [InlineData("severity: critical", "severity: warning")]
    [InlineData("_(error|dead)", "_(eror|dead)")]
    public async Task RuleThatWasBroken_FailsItsUnitTest(string from, string to)
    {
        var promtool = Shell.Need("promtool", "prometheus");
        var folder = Directory.CreateTempSubdirectory("rules-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.At(Rules)))
            await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), (await File.ReadAllTextAsync(file, Cancel)).Replace(from, to, StringComparison.Ordinal), Cancel);
        var tests = Path.Combine(folder, "tests");
        await File.WriteAllTextAsync(tests, Repository.Read(UnitTests).Replace("../prometheus/rules/", "", StringComparison.Ordinal), Cancel);

        Assert.NotEqual(0, (await Shell.RunAsync(promtool, "test", "rules", tests)).Code);
    }

    [Fact]
    public void EveryAlert_IsTestedAndHasItsPageInTheRunbook()
    {
        var tested = Yaml.Map(Repository.Read(UnitTests)).At("tests").List()
            .SelectMany(test => test.At("alert_rule_test").List()).Where(check => check.At("exp_alerts").List().Any()).Select(check => $"{check.At("alertname")}").ToHashSet();
        var anchors = Repository.Read("docs/operations.md").Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-')).ToHashSet();

        Assert.True(Alerts.Count() > 15);
        Assert.DoesNotContain(Alerts.Select(alert => $"{alert["alert"]}"), alert => !tested.Contains(alert));
        Assert.DoesNotContain(Alerts.Select(alert => $"{alert.At("annotations", "runbook_url")}"), url => !url.StartsWith("docs/operations.md#", StringComparison.Ordinal) || !anchors.Contains(url.Split('#')[1]));
    }

    [Fact]
    public async Task Configurations_AreValid()
    {
        await Shell.SucceedAsync(Shell.Need("promtool", "prometheus"), "check", "config", Repository.At("monitoring/prometheus/prometheus.yml"));
        await Shell.SucceedAsync(Shell.Need("amtool", "prometheus-alertmanager"), "check-config", Repository.At(Routes));
    }

    [Fact]
    public async Task EveryAlert_ReachesThePagerOrATicket()
    {
        var amtool = Shell.Need("amtool", "prometheus-alertmanager");
        foreach (var alert in Alerts)
        {
            var severity = $"{alert.At("labels", "severity")}";
            var receiver = await Shell.SucceedAsync(amtool, "config", "routes", "test", $"--config.file={Repository.At(Routes)}", $"alertname={alert["alert"]}", $"severity={severity}");
            Assert.Equal(severity == "critical" ? "pager" : "ticket", receiver.Trim());
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
