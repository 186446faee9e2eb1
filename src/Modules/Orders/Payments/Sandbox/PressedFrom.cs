using Microsoft.AspNetCore.Http;

namespace EcommerceBot.Orders.Payments.Sandbox;

/// <summary>
/// Whether a press comes from the page itself. No cookie is involved, so a foreign page could only press for a page whose secret address it
/// knows; it shall not do even that.
/// </summary>
internal static class PressedFrom
{
    public static bool ThePageItself(HttpRequest request, string publicUrl)
    {
        // Not to be forged by a page, but only sent over https and on localhost.
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
            return site == "same-origin" || site == "none";
        // What is no browser sends neither.
        var origin = request.Headers.Origin;
        return origin.Count == 0 || origin == OriginOf(publicUrl) || origin == $"{request.Scheme}://{request.Host}";
    }

    private static string OriginOf(string url) => new Uri(url).GetLeftPart(UriPartial.Authority);
}
