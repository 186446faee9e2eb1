using System.Text.Json;
using EcommerceBot.Outbox.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Scalar.AspNetCore;

namespace EcommerceBot.Host;

/// <summary>Alive, ready, started; and the whole list for people.</summary>
internal static class Health
{
    private const string Ready = "ready";

    // MassTransit registers its own check, masstransit-bus, under the same tag.
    public static void AddHealth(this IHostApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = WriteReport }).DisableHttpMetrics();
        // Live answers for this process alone: restarting it mends no dependency.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableHttpMetrics();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).DisableHttpMetrics();
        app.MapHealthChecks("/health/startup", new HealthCheckOptions { Predicate = check => check.Name == "store" }).DisableHttpMetrics();
    }

    public static void MapApiReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/docs");
    }

    private static Task WriteReport(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(context.Response.Body, new
        {
            status = report.Status.ToString(),
            checks = report.Entries.Select(entry => new { name = entry.Key, status = entry.Value.Status.ToString(), milliseconds = Math.Round(entry.Value.Duration.TotalMilliseconds, 1) }),
        }, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
