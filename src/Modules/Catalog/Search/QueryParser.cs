namespace EcommerceBot.Catalog.Search;

/// <summary>Finds in a shopper's sentence what to look for. Pure; every text has an answer, if only an empty one.</summary>
internal static class QueryParser
{
    /// <summary>Characters read of a text; the rest is a paste, not a question.</summary>
    public const int LongestText = 500;

    private const int MostWords = 12;

    /// <param name="text">The shopper's sentence.</param>
    /// <param name="exponent">Decimals of the shop's currency.</param>
    public static SearchQuery Parse(string? text, int exponent = 2)
    {
        var read = text is { Length: > LongestText } ? text[..LongestText] : text ?? "";
        var (unpriced, price) = PriceWords.Take(read, exponent);
        var (rest, sort) = SortWords.Take(unpriced);
        return new SearchQuery([.. Telling(rest).Take(MostWords)], price, sort);
    }

    /// <summary>The plain words of a text that tell what it is about, each once.</summary>
    public static IEnumerable<string> Telling(string text) => SearchText.Words(text).Where(word => !StopWords.Contains(word)).Distinct();
}

/// <summary>What to look for.</summary>
/// <param name="Words">Plain words in the shopper's order, each once; none means "just show me something".</param>
/// <param name="Price">The price that was named, if one was.</param>
/// <param name="Sort">The order that was named; null for the best match first.</param>
internal sealed record SearchQuery(IReadOnlyList<string> Words, PriceFilter Price, string? Sort);
