using System.Text.RegularExpressions;

namespace EcommerceBot.Catalog.Search;

/// <summary>The orders a list can have beside the best match first.</summary>
internal static class SortOrder
{
    public const string Price = "price";
    public const string Dearest = "-price";
    public const string Newest = "newest";
    public const string Popular = "popular";

    /// <summary>A known order, or null.</summary>
    public static string? Of(string? name) => name?.ToLowerInvariant() is Price or Dearest or Newest or Popular ? name.ToLowerInvariant() : null;
}

/// <summary>Finds the order a shopper names ("the cheapest tent", "los más vendidos") and takes it out of the text.</summary>
internal static partial class SortWords
{
    private const RegexOptions Anyhow = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static (string Words, string? Sort) Take(string text)
    {
        if (Named().Match(text) is not { Success: true } match)
            return (text, null);
        var sort = match.Groups["cheap"].Success ? SortOrder.Price : match.Groups["dear"].Success ? SortOrder.Dearest : match.Groups["new"].Success ? SortOrder.Newest : SortOrder.Popular;
        return ($"{text[..match.Index]} {text[(match.Index + match.Length)..]}", sort);
    }

    [GeneratedRegex(
        @"\b(?:(?<cheap>cheapest|lowest[ -]priced?|least\s+expensive|m[aá]s\s+(?:barat[oa]s?|econ[oó]mic[oa]s?)|mais\s+barat[oa]s?|mais\s+em\s+conta)"
        + @"|(?<dear>most\s+expensive|priciest|m[aá]s\s+car[oa]s?|mais\s+car[oa]s?)"
        + @"|(?<new>newest|latest|m[aá]s\s+nuev[oa]s?|mais\s+nov[oa]s?)"
        + @"|(?<popular>best[ -]?sell(?:ers?|ing)|most\s+popular|m[aá]s\s+vendid[oa]s?|mais\s+vendid[oa]s?))\b", Anyhow)]
    private static partial Regex Named();
}
