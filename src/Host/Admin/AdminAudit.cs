using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;

namespace EcommerceBot.Host.Admin;

/// <summary>
/// One structured event for each change that somebody made, or tried to make, on the admin API: who, what, on which, how it ended. Reading is not an action;
/// bodies are not kept, since they hold what people wrote.
/// </summary>
internal sealed partial class AdminAudit(RequestDelegate next, ILoggerFactory loggers)
{
    /// <summary>The events' category, by which a log store can keep them longer.</summary>
    public const string Category = "EcommerceBot.Audit";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (IsAction(context))
            Write(context);
    }

    private static bool IsAction(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(policy => policy.Policy == AdminAccess.Scheme) == true;

    private void Write(HttpContext context)
    {
        var route = ((RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText ?? "";
        // Of a request that was refused the values may be anything; of one that went through they name things of the shop.
        var on = context.Response.StatusCode < 400 ? string.Join(' ', context.Request.RouteValues.Select(x => $"{x.Key}={x.Value}")) : "";
        var trace = Activity.Current?.TraceId.ToHexString() ?? "";
        LogAction(_logger, context.User.Identity?.Name ?? "nobody", context.Request.Method, route, on, context.Response.StatusCode, trace);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "AdminAction", Message = "{Actor} did {Method} {Route} ({On}): {StatusCode}, trace {AuditTrace}")]
    private static partial void LogAction(ILogger logger, string actor, string method, string route, string on, int statusCode, string auditTrace);
}
