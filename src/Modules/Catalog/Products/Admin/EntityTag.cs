using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>A version as HTTP words it.</summary>
internal static class EntityTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>False for a header that is no version of ours: it matches nothing. A star or no header asks for none in particular.</summary>
    public static bool TryRead(string? ifMatch, out int? version)
    {
        version = null;
        if (string.IsNullOrWhiteSpace(ifMatch) || ifMatch.Trim() == "*")
            return true;
        if (!EntityTagHeaderValue.TryParse(ifMatch, out var tag) || tag.IsWeak || !int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        version = number;
        return true;
    }
}
