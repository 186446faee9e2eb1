using System.Text.RegularExpressions;

namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>The text of docs/metrics.md.</summary>
internal static partial class MetricsDocument
{
    private const string Head =
        """
        # Metrics

        What `/metrics` shows after one purchase on PostgreSQL, RabbitMQ and Redis, as Prometheus names it. Generated from a live scrape; a test fails when a name
        here is gone, or one of ours is new. Renew it with `UPDATE_DOCS=1 dotnet run --project tests/Integration.Tests -- -class "*MetricsTests"`.

        - Figures described as "the same on every replica" are read from the store every `Storage__FiguresEvery` (30 s): take `max` over replicas, not `sum`, and
          `increase` on their `max`. They are true after a restart, and missing while the store is away.
        - `messaging_masstransit_*_active_ea_total` and `dotnet_thread_pool_*_total` go up and down although they are called counters: never `rate` them.
        - `ecommercebot_backup_age_seconds` exists where `Telemetry__BackupMarker` names a file, `ecommercebot_certificate_expiry_seconds` where `Tls__CertificateFile` does,
          `ecommercebot_redis_*` with Redis, `db_client_*` with PostgreSQL.
        - Every series also has `otel_scope_name`. Histograms have `_bucket`, `_sum` and `_count`. Further ones appear with what they measure, such as
          `messaging_masstransit_consume_errors_ea_total` with the first error, `messaging_masstransit_consume_retries_ea_total` with the first retry and `ecommercebot_inbound_duplicates_total` with the first repeated webhook.

        | name | kind | labels | meaning |
        | --- | --- | --- | --- |
        """;

    private static readonly string[] Families = ["aspnetcore_", "dotnet_", "http_", "kestrel_", "messaging_masstransit_", "db_client_", "ecommercebot_", "polly_", "resilience_"];

    // A purchase may do without any.
    private const string Retries = "messaging_masstransit_consume_retries_ea_total";

    public static string Path { get; } = System.IO.Path.Combine(Root(), "docs", "metrics.md");

    public static string Render(IEnumerable<Metric> metrics) =>
        $"{Head}\n{string.Join('\n', metrics.Where(metric => metric.Name != Retries && Families.Any(start => metric.Name.StartsWith(start, StringComparison.Ordinal))).OrderBy(metric => metric.Name, StringComparer.Ordinal).Select(Row))}\n";

    public static IEnumerable<string> Names(string document) => Name().Matches(document).Select(match => match.Groups[1].Value);

    private static string Row(Metric metric) =>
        $"| `{metric.Name}` | {metric.Kind} | {string.Join(", ", metric.Labels.Select(label => $"`{label}`"))} | {metric.Help.Replace("|", "\\|", StringComparison.Ordinal)} |";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "EcommerceBot.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("EcommerceBot.slnx is not above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `([a-z_A-Z0-9]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Name();
}
