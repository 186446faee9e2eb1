using System.Text.Json;
using EcommerceBot.Host.Starting;
using EcommerceBot.Host.Watching;
using EcommerceBot.Outbox.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scalar.AspNetCore;
using StackExchange.Redis;

namespace EcommerceBot.Host;

/// <summary>Alive, ready, started; and the whole list for people.</summary>
internal static class Health
{
    private const string Ready = "ready";

    // MassTransit registers its own check, masstransit-bus, under the same tag.
    public static void AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DependencyAges>().AddSingleton<IHealthCheckPublisher>(services => services.GetRequiredService<DependencyAges>());
        builder.Services.Configure<HealthCheckPublisherOptions>(options => (options.Delay, options.Period) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)));
        builder.Services.AddSingleton<Drain>().AddHostedService(services => services.GetRequiredService<Drain>());
        var checks = builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: [Ready]).AddCheck<Drain>("serving", tags: [Ready]);
        // Not among what must be ready: without Redis each process counts for itself.
        if (!string.IsNullOrEmpty(builder.Configuration.GetConnectionString("Redis")))
            checks.AddCheck<RedisHealth>("redis", HealthStatus.Degraded);
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteReport }).DisableHttpMetrics();
        // Live answers for this process alone: restarting it mends no dependency.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableHttpMetrics();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).DisableHttpMetrics();
        app.MapHealthChecks("/health/startup", new HealthCheckOptions { Predicate = check => check.Name == "store" }).DisableHttpMetrics();
    }

    private sealed class RedisHealth(IConnectionMultiplexer redis) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
            redis.IsConnected ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Redis does not answer; nothing is lost, limits are counted in each process."));
    }

    public static void MapApiReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/docs");
    }

    /// <summary>Every dependency: how it is, since when, when it was last well (both as seconds ago), and how long the look took.</summary>
    private static Task WriteReport(HttpContext context, HealthReport report)
    {
        var (ages, now) = (context.RequestServices.GetRequiredService<DependencyAges>(), context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        ages.Note(report);
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(context.Response.Body, new
        {
            status = report.Status.ToString(),
            checks = report.Entries.Select(entry => new
            {
                name = entry.Key,
                status = entry.Value.Status.ToString(),
                sinceSeconds = Seconds(now - ages.Of(entry.Key)?.Since),
                lastHealthySeconds = Seconds(now - ages.Of(entry.Key)?.LastHealthy),
                milliseconds = Math.Round(entry.Value.Duration.TotalMilliseconds, 1),
                description = entry.Value.Description,
            }),
        }, JsonSerializerOptions.Web, context.RequestAborted);
    }

    private static double? Seconds(TimeSpan? span) => span is { } known ? Math.Round(known.TotalSeconds, 1) : null;
}
