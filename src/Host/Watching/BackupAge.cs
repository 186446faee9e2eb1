using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Host.Watching;

/// <summary>How long ago the last good backup was made, by the file its script touches.</summary>
internal sealed class BackupAge(IMeterFactory meters, IOptions<TelemetryOptions> options, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.BackupMarker is { Length: > 0 } marker)
            meters.Create("EcommerceBot").CreateObservableGauge("ecommercebot.backup.age", () => Age(marker), "s", "Since the last good backup; infinite when there was none");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private double Age(string marker) =>
        File.Exists(marker) ? (time.GetUtcNow() - File.GetLastWriteTimeUtc(marker)).TotalSeconds : double.PositiveInfinity;
}
