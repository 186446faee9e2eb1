namespace EcommerceBot.Catalog.Search;

/// <summary>The steps from all that was asked for to less of it: all words, all but one, any of them; then the same without the price in the words.</summary>
internal static class Relaxation
{
    private const int MostCombined = 6;

    public static IEnumerable<Step> Steps(IReadOnlyList<Term> terms, PriceFilter price, PriceFilter withoutWords, ISearchSql sql)
    {
        foreach (var (match, relaxed) in Matches(terms, sql))
            yield return new Step(match, price, relaxed ? [GivenUp.Words] : []);
        if (price == withoutWords)
            yield break;
        foreach (var (match, relaxed) in Matches(terms, sql))
            yield return new Step(match, withoutWords, relaxed ? [GivenUp.Words, GivenUp.Price] : [GivenUp.Price]);
    }

    private static IEnumerable<(string? Match, bool Relaxed)> Matches(IReadOnlyList<Term> terms, ISearchSql sql)
    {
        var all = terms.Select(term => term.Expression).ToList();
        yield return (all.Count == 0 ? null : sql.All(all), false);
        if (all.Count is > 2 and <= MostCombined)
            yield return (sql.Any(all.Select((_, left) => $"({sql.All(all.Where((_, at) => at != left))})")), true);
        if (all.Count > 1)
            yield return (sql.Any(all), true);
    }
}

/// <summary>One attempt.</summary>
/// <param name="Match">What must match; null lists everything.</param>
/// <param name="Price">Bounds that are kept to.</param>
/// <param name="Relaxed">What was given up, see <see cref="GivenUp"/>.</param>
internal sealed record Step(string? Match, PriceFilter Price, IReadOnlyList<string> Relaxed);

/// <summary>What a search may give up, as its contract lists it.</summary>
internal static class GivenUp
{
    public const string Words = "words";
    public const string Price = "price";
}
