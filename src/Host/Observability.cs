using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace EcommerceBot.Host;

/// <summary>Logs: readable on a developer's console, one JSON object a line elsewhere.</summary>
internal static class Observability
{
    public static void AddObservability(this IHostApplicationBuilder builder) => builder.Services.AddSerilog(logger =>
    {
        logger.ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning);
        if (builder.Environment.IsDevelopment())
            logger.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        else
            logger.WriteTo.Console(new RenderedCompactJsonFormatter());
    });

    /// <summary>One line a request, without its query string: a chat token or a verify token may stand in it.</summary>
    public static void UseObservability(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "HTTP {RequestMethod} {Route} answered {StatusCode} in {Elapsed:0.0} ms";
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Verbose
            : LogEventLevel.Debug;
        options.EnrichDiagnosticContext = (diagnostics, context) =>
            diagnostics.Set("Route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)");
        options.IncludeQueryInRequestPath = false;
    });
}
