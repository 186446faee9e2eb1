using System.Net;
using EcommerceBot.Tools.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace EcommerceBot.Tools.Mcp;

/// <summary>Refuses what a page elsewhere could send through a visitor's browser: a foreign <c>Origin</c>, or a <c>Host</c> that is not the shop's (DNS rebinding). The SDK checks neither.</summary>
internal sealed class McpOrigin(IOptions<ShopOptions> shop, IOptions<McpOptions> options) : IEndpointFilter
{
    private readonly Uri? _own = Uri.TryCreate(shop.Value.PublicUrl, UriKind.Absolute, out var own) ? own : null;

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!IsAllowedHost(request.Host.Host))
            return Refuse("The shop is not reached under this Host. Call it at Shop:PublicUrl, or name the host in Tools:Mcp:AllowedHosts.");
        return IsAllowedOrigin(request.Headers.Origin)
            ? next(context)
            : Refuse("This origin may not call the shop's tools. Call from the shop's own pages (Shop:PublicUrl), or without a browser.");
    }

    private bool IsAllowedHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || (_own is not null && host.Equals(_own.Host, StringComparison.OrdinalIgnoreCase))
        || options.Value.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private bool IsAllowedOrigin(StringValues header)
    {
        if (header.Count == 0)
            return true;
        if (!Uri.TryCreate(header.ToString(), UriKind.Absolute, out var origin) || origin.Scheme is not ("http" or "https"))
            return false;
        return origin.IsLoopback
            || (_own is not null && Uri.Compare(origin, _own, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0);
    }

    private static ValueTask<object?> Refuse(string detail) => ValueTask.FromResult<object?>(TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden));
}
