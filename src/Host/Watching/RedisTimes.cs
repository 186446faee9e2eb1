using System.Diagnostics.Metrics;
using StackExchange.Redis;
using StackExchange.Redis.Profiling;

namespace EcommerceBot.Host.Watching;

/// <summary>How long Redis takes. Its client measures nothing by itself, but hands out what it did; keys are not looked at.</summary>
internal sealed class RedisTimes(IConnectionMultiplexer redis, IMeterFactory meters, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create("EcommerceBot");
        var duration = meter.CreateHistogram<double>("ecommercebot.redis.duration", "s", "Duration of a Redis command as this process waited for it");
        meter.CreateObservableGauge("ecommercebot.redis.connected", () => redis.IsConnected ? 1 : 0, description: "1 while Redis is connected");
        var session = new ProfilingSession();
        redis.RegisterProfiler(() => session);
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var command in session.FinishProfiling())
                duration.Record(command.ElapsedTime.TotalSeconds, new KeyValuePair<string, object?>("command", command.Command));
        }
    }
}
