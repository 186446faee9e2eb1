using System.Text.RegularExpressions;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Monitoring;

/// <summary>Every query of dashboards and alerts, asked of a Prometheus that watches the real shop.</summary>
[Collection(WatchedCollection.Name)]
public sealed partial class LiveQueryTests(WatchedByPrometheus watched)
{
    // After one purchase without a failure, on plain HTTP, these have nothing to show.
    private static readonly string[] ExpectedEmpty =
    [
        "application: Faults", "application: Parked", "business: Revenue and refunds", "infrastructure: Failed", "infrastructure: Certificate", "infrastructure: Exceptions",
    ];

    // Of Kubernetes, cert-manager, or of failures and TLS that this run has not.
    private static readonly string[] ExpectedAbsent =
    [
        "container_memory_working_set_bytes", "kube_pod_container_resource_limits", "kube_cronjob_status_last_successful_time", "kube_job_status_failed",
        "kube_horizontalpodautoscaler_status_current_replicas", "kube_horizontalpodautoscaler_spec_max_replicas", "certmanager_certificate_expiration_timestamp_seconds",
        "ecommercebot_certificate_expiry_seconds",
    ];

    public static TheoryData<string> Names => Dashboard.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryPanel_ShowsSomething(string name)
    {
        Assert.SkipWhen(WatchedByPrometheus.Missing is not null, WatchedByPrometheus.Missing ?? "");
        var empty = new List<string>();
        var count = 0;
        foreach (var (panel, query) in Dashboard.Read(name).Queries("30s"))
        {
            count++;
            if (await watched.CountAsync(query) == 0)
                empty.Add($"{name}: {panel}");
        }

        Assert.True(count >= 10);
        Assert.Empty(empty.Except(ExpectedEmpty));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryDashboard_CanBeDrawn(string name) => Assert.Empty(Dashboard.Read(name).Faults());

    [Fact]
    public async Task EveryRule_CanBeAskedAndKnowsItsMetrics()
    {
        Assert.SkipWhen(WatchedByPrometheus.Missing is not null, WatchedByPrometheus.Missing ?? "");
        var known = await watched.NamesAsync();
        var absent = new HashSet<string>();
        foreach (var expression in RuleTests.All.Select(rule => $"{rule["expr"]}"))
        {
            await watched.CountAsync(expression);
            absent.UnionWith(Metric().Matches(Quoted().Replace(expression, "\"\"")).Select(match => match.Value).Where(name => !known.Contains(name)));
        }

        Assert.Equal(ExpectedAbsent.Order(StringComparer.Ordinal), absent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AHealthyShop_RingsNobody()
    {
        Assert.SkipWhen(WatchedByPrometheus.Missing is not null, WatchedByPrometheus.Missing ?? "");
        var ringing = new List<string>();
        // Latency is left out: the first requests of a cold Host on a busy machine are slow, and are seen through no window of minutes here.
        foreach (var alert in RuleTests.All.Where(rule => rule.ContainsKey("alert") && $"{rule["alert"]}" != "HighLatency"))
            if (await watched.CountAsync($"{alert["expr"]}") > 0)
                ringing.Add($"{alert["alert"]}");

        Assert.Empty(ringing);
    }

    [GeneratedRegex(@"\b(ecommercebot[_:]|http_server_|rabbitmq_|db_client_|container_|kube_|certmanager_|messaging_)[a-z0-9_:]*[a-z0-9]|\bup\b")]
    private static partial Regex Metric();

    [GeneratedRegex("by \\([^)]*\\)|on \\([^)]*\\)|\\{[^}]*\\}")]
    private static partial Regex Quoted();
}
