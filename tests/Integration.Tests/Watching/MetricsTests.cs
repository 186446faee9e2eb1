using System.Globalization;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Watching;

public sealed class MetricsTests(WatchedShop watched, ServersFixture servers)
{
    [Fact]
    public async Task Scrape_HoldsEveryDocumentedMetric()
    {
        var metrics = await ScrapedAsync();
        var document = MetricsDocument.Path;
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(document, MetricsDocument.Render(metrics), TestContext.Current.CancellationToken);

        var documented = MetricsDocument.Names(await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken)).ToList();

        Assert.True(documented.Count > 60);
        // Kestrel's appear with the first connection that closes and the first TLS handshake, which other tests may or may not have made by now.
        var missing = documented.Except(metrics.Select(metric => metric.Name)).Where(name => !name.StartsWith("kestrel_", StringComparison.Ordinal)).ToList();
        var unknown = metrics.Select(metric => metric.Name).Where(name => name.StartsWith("ecommercebot_", StringComparison.Ordinal)).Except(documented).ToList();
        Assert.True(missing.Count + unknown.Count == 0,
            $"docs/metrics.md is stale: gone {string.Join(", ", missing)}; new {string.Join(", ", unknown)}. Renew it with: UPDATE_DOCS=1 dotnet run --project tests/Integration.Tests -- -class \"*MetricsTests\"");
    }

    [Fact]
    public async Task OneOrderWasPaid_FiguresComeFromTheStore()
    {
        var metrics = (await ScrapedAsync()).ToDictionary(metric => metric.Name);

        Assert.Equal(1, metrics["ecommercebot_orders_placed_total"].Sum);
        Assert.Equal(1, metrics["ecommercebot_orders_last_hour"].Sum);
        Assert.True(metrics["ecommercebot_revenue_total"].Sum > 0);
        Assert.Equal(metrics["ecommercebot_revenue_total"].Sum, metrics["ecommercebot_revenue_last_hour"].Sum);
        Assert.Equal(1, metrics["ecommercebot_carts_bought"].Sum);
        Assert.True(metrics["ecommercebot_sessions_active"].Sum >= 2);
        Assert.Equal(double.PositiveInfinity, metrics["ecommercebot_backup_age_seconds"].Sum);
        Assert.Equal(0, metrics["ecommercebot_errors_parked"].Sum);
    }

    private async Task<List<Metric>> ScrapedAsync()
    {
        var host = (await watched.StartedAsync(servers)).Shop.Host;
        return await Eventually.SeeAsync(
            async () => Metric.Read(await host.Client.GetStringAsync(new Uri(host.Management, "/metrics"), TestContext.Current.CancellationToken)),
            metrics => metrics.Exists(metric => metric.Name == "ecommercebot_orders_placed_total" && metric.Sum > 0) && metrics.Exists(metric => metric.Name == "ecommercebot_dependency_healthy")
                && metrics.Exists(metric => metric.Name == "ecommercebot_redis_duration_seconds"), "the figures of the store");
    }
}

/// <summary>One family of a scrape.</summary>
internal sealed record Metric(string Name, string Kind, string Help, IReadOnlyList<string> Labels, double Sum)
{
    public static List<Metric> Read(string scrape)
    {
        var lines = scrape.Split('\n');
        var help = lines.Where(line => line.StartsWith("# HELP ", StringComparison.Ordinal)).Select(line => line.Split(' ', 4)).ToDictionary(words => words[2], words => words.ElementAtOrDefault(3) ?? "");
        return [.. from line in lines
                   where line.StartsWith("# TYPE ", StringComparison.Ordinal)
                   let words = line.Split(' ')
                   let series = lines.Where(other => IsOf(other, words[2], words[3])).ToList()
                   where series.Count > 0
                   select new Metric(words[2], words[3], help.GetValueOrDefault(words[2], ""), LabelsOf(series), series.Sum(ValueOf))];
    }

    private static bool IsOf(string line, string name, string kind) =>
        line.StartsWith(kind == "histogram" ? $"{name}_count" : name, StringComparison.Ordinal) && line.Length > name.Length && line[(kind == "histogram" ? $"{name}_count" : name).Length] is '{' or ' ';

    private static List<string> LabelsOf(IEnumerable<string> series) =>
        [.. series.SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line, "[{,]([a-zA-Z_]+)=\"").Select(match => match.Groups[1].Value))
            .Where(label => !label.StartsWith("otel_scope", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    private static double ValueOf(string line)
    {
        var value = line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0];
        return value == "+Inf" ? double.PositiveInfinity : double.Parse(value, CultureInfo.InvariantCulture);
    }
}
