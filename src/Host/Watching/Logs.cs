using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace EcommerceBot.Host.Watching;

/// <summary>Logs: readable on a developer's console, one JSON object a line elsewhere, and Seq where <c>Seq__ServerUrl</c> names one.</summary>
internal static class Logs
{
    public static void AddLogs(this IHostApplicationBuilder builder) => builder.Services.AddSerilog(logger =>
    {
        logger.ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutPath>()
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning);
        if (builder.Environment.IsDevelopment())
            logger.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        else
            logger.WriteTo.Console(new RenderedCompactJsonFormatter());
        if (builder.Configuration["Seq:ServerUrl"] is { Length: > 0 } seq)
            logger.WriteTo.Seq(seq, apiKey: builder.Configuration["Seq:ApiKey"], formatProvider: System.Globalization.CultureInfo.InvariantCulture);
    });

    /// <summary>One line a request, by its route: in a path or query may stand a chat token, a payment page's id or a verify token.</summary>
    public static void UseRequestLogs(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "HTTP {RequestMethod} {Route} answered {StatusCode} in {Elapsed:0.0} ms";
        // In place of the package's own four, one of which is RequestPath.
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)")),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) ? LogEventLevel.Verbose
            : LogEventLevel.Debug;
    });

    /// <summary>ASP.NET opens a log scope with the raw path on every request; whatever is logged inside would carry it.</summary>
    private sealed class WithoutPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
