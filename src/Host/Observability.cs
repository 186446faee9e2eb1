using EcommerceBot.Host.Watching;

namespace EcommerceBot.Host;

/// <summary>What an operator sees of the shop: logs, metrics, traces.</summary>
internal static class Observability
{
    public static void AddObservability(this IHostApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.AddTelemetry();
    }

    public static void UseObservability(this WebApplication app) => app.UseRequestLogs();

    public static void MapObservability(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint("/metrics").DisableHttpMetrics();
}
