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
        var (rest, price) = PriceWords.Take(read, exponent);
        var words = SearchText.Words(rest).Where(word => !StopWords.Contains(word)).Distinct().Take(MostWords);
        return new SearchQuery([.. words], price);
    }
}

/// <summary>What to look for.</summary>
/// <param name="Words">Plain words in the shopper's order, each once; none means "just show me something".</param>
/// <param name="Price">The price that was named, if one was.</param>
internal sealed record SearchQuery(IReadOnlyList<string> Words, PriceFilter Price);
