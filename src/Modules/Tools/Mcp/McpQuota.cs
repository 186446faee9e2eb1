using System.Globalization;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Tools.Mcp;

/// <summary>Holds each caller to its quota a minute.</summary>
internal sealed class McpQuota(IQuotaCounter counter, IOptions<CallLimitOptions> options, TimeProvider time) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, limit) = (context.HttpContext, options.Value.PerMinute);
        var minute = Math.DivRem(time.GetUtcNow().Ticks, TimeSpan.TicksPerMinute, out var elapsed);
        if (limit == 0 || await counter.CountAsync(ToolUser.Of(http.User).OwnerId, minute) <= limit)
            return await next(context);
        var seconds = (int)Math.Ceiling(TimeSpan.FromTicks(TimeSpan.TicksPerMinute - elapsed).TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem($"This key may send {limit} requests a minute. Try again in {seconds} s.", statusCode: StatusCodes.Status429TooManyRequests);
    }
}
