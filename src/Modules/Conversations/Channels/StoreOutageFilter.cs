using System.Data.Common;
using EcommerceBot.Conversations.Inbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Conversations.Channels;

/// <summary>The store is down: the sender is told to come again, not that its request was wrong.</summary>
internal sealed partial class StoreOutageFilter(ILogger<StoreOutageFilter> logger) : IEndpointFilter
{
    private const string RetryAfterSeconds = "2";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (IsOutage(exception) && !response.HasStarted)
        {
            LogAway(logger, request.Method, exception);
            response.Headers.RetryAfter = RetryAfterSeconds;
            return TypedResults.Problem(
                "The shop is very busy. Please send the message again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Whatever the driver threw, bare or inside what EF made of it.</summary>
    private static bool IsOutage(Exception exception) =>
        exception is StoreUnavailableException or DbException or TimeoutException || exception.InnerException is { } inner && IsOutage(inner);

    [LoggerMessage(Level = LogLevel.Error, EventName = "WebChatStoreAway", Message = "The store did not answer a {Method} of the web chat; the page was asked to repeat it")]
    private static partial void LogAway(ILogger logger, string method, Exception exception);
}
