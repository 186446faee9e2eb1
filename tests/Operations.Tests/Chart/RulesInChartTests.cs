using EcommerceBot.Operations.Tests.Running;
using YamlDotNet.Serialization;

namespace EcommerceBot.Operations.Tests.Chart;

public sealed class RulesInChartTests
{
    [Theory]
    [InlineData("monitoring/prometheus/rules", "helm/ecommerce-bot/files/rules")]
    [InlineData("monitoring/grafana/dashboards", "helm/ecommerce-bot/files/dashboards")]
    public void FilesOfTheChart_AreThoseOfMonitoring(string from, string to)
    {
        static Dictionary<string, string> Of(string folder) => Directory.EnumerateFiles(Repository.At(folder)).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

        // A chart cannot reach beyond its own folder, so it has copies: cp monitoring/prometheus/rules/* helm/ecommerce-bot/files/rules/, and the dashboards.
        Assert.Equal(Of(from), Of(to));
    }

    [Fact]
    public async Task RenderedRules_PassPromtool()
    {
        var promtool = Shell.Need("promtool", "prometheus");
        var rule = Assert.Single(await Renders.ObjectsAsync("production"), item => $"{item["kind"]}" == "PrometheusRule");
        var file = Path.Combine(Directory.CreateTempSubdirectory("rules-").FullName, "rendered.yml");
        await File.WriteAllTextAsync(file, new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(rule["spec"]), TestContext.Current.CancellationToken);

        var rules = rule.At("spec", "groups").List().Sum(group => group.At("rules").List().Count());
        Assert.Contains($"{rules} rules found", await Shell.SucceedAsync(promtool, "check", "rules", file), StringComparison.Ordinal);
        Assert.All(Alerts(rule), alert => Assert.StartsWith("https://wiki.example.com/shop/docs/operations.md#", $"{alert.At("annotations", "runbook_url")}", StringComparison.Ordinal));
        Assert.True(Alerts(rule).Count() > 15);
    }

    private static IEnumerable<object> Alerts(Dictionary<string, object> rule) =>
        rule.At("spec", "groups").List().SelectMany(group => group.At("rules").List()).Where(entry => entry.At("alert") is not null);
}
