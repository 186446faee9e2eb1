using EcommerceBot.Tools.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Tools.Mcp;

/// <summary>Tells a client where to get a token, by RFC 9728.</summary>
internal static class ProtectedResource
{
    private const string Path = "/.well-known/oauth-protected-resource";
    private static readonly string[] BearerMethods = ["header"];

    public static void MapProtectedResource(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Describe).ExcludeFromDescription();
        app.MapGet($"{Path}/mcp", Describe).ExcludeFromDescription();
    }

    /// <summary>The value of <c>WWW-Authenticate</c>.</summary>
    /// <param name="http">The request that is refused.</param>
    /// <param name="options">Whether there is an issuer to point to.</param>
    /// <param name="error">By RFC 6750; null where nothing was sent.</param>
    /// <param name="scope">What the token would need.</param>
    public static string Challenge(HttpContext http, OAuthOptions options, string? error = null, string? scope = null) => string.Join(", ", new[]
    {
        "Bearer realm=\"mcp\"",
        error is null ? null : $"error=\"{error}\"",
        scope is null ? null : $"scope=\"{scope}\"",
        options.IsOn ? $"resource_metadata=\"{Base(http)}{Path}/mcp\"" : null,
    }.OfType<string>());

    private static IResult Describe(HttpContext http, IOptions<OAuthOptions> options) => options.Value.IsOn
        ? TypedResults.Json(new Dictionary<string, object>
        {
            ["resource"] = options.Value.Audience!,
            ["authorization_servers"] = new[] { options.Value.Issuer! },
            ["scopes_supported"] = ToolScopes.Usual,
            ["bearer_methods_supported"] = BearerMethods,
        })
        : TypedResults.Problem("This shop takes its own API keys only: no authorization server is configured (Tools:OAuth:Issuer).", statusCode: StatusCodes.Status404NotFound);

    private static string Base(HttpContext http)
    {
        var shop = ((IOptions<ShopOptions>)http.RequestServices.GetService(typeof(IOptions<ShopOptions>))!).Value;
        return Uri.TryCreate(shop.PublicUrl, UriKind.Absolute, out var own) ? own.GetLeftPart(UriPartial.Authority) : $"{http.Request.Scheme}://{http.Request.Host}";
    }
}
