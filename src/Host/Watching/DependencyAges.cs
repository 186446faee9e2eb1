using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EcommerceBot.Host.Watching;

/// <summary>Remembers since when each dependency has been as it is and when it was last well, for <c>/health</c> and, as 1 or 0, for <c>/metrics</c>.</summary>
internal sealed class DependencyAges : IHealthCheckPublisher
{
    private readonly ConcurrentDictionary<string, DependencyAge> _ages = new();
    private readonly TimeProvider _time;

    public DependencyAges(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        meters.Create("EcommerceBot").CreateObservableGauge(
            "ecommercebot.dependency.healthy", () => _ages.Select(x => new Measurement<int>(x.Value.Status == HealthStatus.Healthy ? 1 : 0, new KeyValuePair<string, object?>("dependency", x.Key))),
            description: "1 while this process finds the dependency healthy");
    }

    /// <summary>Asked regularly, whether or not anybody looks.</summary>
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        Note(report);
        return Task.CompletedTask;
    }

    public void Note(HealthReport report)
    {
        var now = _time.GetUtcNow();
        foreach (var (name, entry) in report.Entries)
            _ages.AddOrUpdate(name, _ => DependencyAge.First(entry.Status, now), (_, age) => age.Then(entry.Status, now));
    }

    public DependencyAge? Of(string name) => _ages.GetValueOrDefault(name);
}

/// <summary>A dependency over time.</summary>
/// <param name="Status">As last seen.</param>
/// <param name="Since">When it became so.</param>
/// <param name="LastHealthy">Null when it never was in this process's life.</param>
internal sealed record DependencyAge(HealthStatus Status, DateTimeOffset Since, DateTimeOffset? LastHealthy)
{
    public static DependencyAge First(HealthStatus status, DateTimeOffset now) => new(status, now, status == HealthStatus.Healthy ? now : null);

    public DependencyAge Then(HealthStatus status, DateTimeOffset now) =>
        new(status, status == Status ? Since : now, status == HealthStatus.Healthy ? now : LastHealthy);
}
