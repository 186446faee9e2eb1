using System.Net;
using EcommerceBot.Tools.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace EcommerceBot.Tools.Mcp;

/// <summary>Lets a request to <c>/mcp</c> in: where it comes from, whose key it carries.</summary>
internal sealed class McpAccess(IHostEnvironment environment, IOptions<ShopOptions> shop) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!IsAllowedOrigin(http.Request.Headers.Origin))
            return Refuse(StatusCodes.Status403Forbidden, "This origin may not call the shop's tools. Call from the shop's own pages (Shop:PublicUrl), or without a browser.");
        if (await RecogniseAsync(http) is not { } user)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"mcp\"";
            return Refuse(StatusCodes.Status401Unauthorized, "Send a valid API key: Authorization: Bearer ebk_… The shop makes one with: -- keys create.");
        }
        http.User = user.ToPrincipal();
        return await next(context);
    }

    private async ValueTask<ToolUser?> RecogniseAsync(HttpContext http)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0)
            return IsDeveloper(http) ? ToolUser.Developer : null;
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        // Resolved late: the developer's way needs no store.
        var keys = (ApiKeys)http.RequestServices.GetService(typeof(ApiKeys))!;
        return await keys.RecogniseAsync(authorization[Scheme.Length..].Trim(), http.RequestAborted);
    }

    /// <summary>Behind a proxy on the same machine every address is loopback, so a forwarded request is nobody's own.</summary>
    private bool IsDeveloper(HttpContext http) =>
        environment.IsDevelopment()
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    /// <summary>A page elsewhere must not reach a shop on this machine through the visitor's browser (DNS rebinding).</summary>
    private bool IsAllowedOrigin(StringValues header)
    {
        if (header.Count == 0)
            return true;
        if (!Uri.TryCreate(header.ToString(), UriKind.Absolute, out var origin) || origin.Scheme is not ("http" or "https"))
            return false;
        return origin.IsLoopback || (Uri.TryCreate(shop.Value.PublicUrl, UriKind.Absolute, out var own)
            && Uri.Compare(origin, own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);
    }

    private static ProblemHttpResult Refuse(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
