using System.Net;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Tools.Mcp;

/// <summary>Lets a request to <c>/mcp</c> in by the key or token it carries.</summary>
internal sealed class McpAccess(IHostEnvironment environment, OAuthTokens tokens, IOptions<OAuthOptions> oauth) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private const string ActAs = "Act-As-Customer";
    private const string GuestKey = "Guest-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await RecogniseAsync(http) is not { } user)
        {
            http.Response.Headers.WWWAuthenticate = ProtectedResource.Challenge(http, oauth.Value, http.Request.Headers.Authorization.Count > 0 ? "invalid_token" : null);
            return TypedResults.Problem("Send a valid API key: Authorization: Bearer ebk_… The shop makes one with: -- keys create.", statusCode: StatusCodes.Status401Unauthorized);
        }
        if (http.Request.Headers.TryGetValue(ActAs, out var customer))
        {
            if (!user.May(ToolScopes.ActAsCustomer) || customer.Count != 1 || customer.ToString() is not { Length: > 0 and <= ToolsDbContext.LongestOwner })
                return TypedResults.Problem($"{ActAs} is for tests: it names one customer, and the key needs the scope {ToolScopes.ActAsCustomer}.", statusCode: StatusCodes.Status403Forbidden);
            user = user with { OwnerId = customer.ToString() };
        }
        if (user.HasToken && http.Request.Headers.TryGetValue(GuestKey, out var key) && KeyText.IsOne(key.ToString()) && await KeyAsync(http, key.ToString()) is { } guest)
            user = user with { GuestOwnerId = guest.OwnerId };
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
        var bearer = authorization[Scheme.Length..].Trim();
        if (!KeyText.IsOne(bearer))
            return await tokens.RecogniseAsync(bearer, http.RequestAborted);
        return await KeyAsync(http, bearer);
    }

    /// <summary>Resolved late: the other ways need no store.</summary>
    private static Task<ToolUser?> KeyAsync(HttpContext http, string key) => ((ApiKeys)http.RequestServices.GetService(typeof(ApiKeys))!).RecogniseAsync(key, http.RequestAborted);

    /// <summary>Behind a proxy on the same machine every address is loopback, so a forwarded request is nobody's own.</summary>
    private bool IsDeveloper(HttpContext http) =>
        environment.IsDevelopment()
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
