namespace EcommerceBot.Catalog.Search;

/// <summary>
/// "Red, size 10" asks for one variant that is both, and a product with a red one in 9 and a blue one in 10 has none. The index knows a product's words but
/// not which of them go together, so that is looked at afterwards: such products follow those that have what was asked for.
/// </summary>
internal sealed class OneVariant(CandidateFacts facts)
{
    /// <summary>Whether at least two of the words are options of the product, and no single variant has them all. Words of its names tell nothing of a variant.</summary>
    public static bool IsMissed(IReadOnlyCollection<string> words, string names, IEnumerable<IReadOnlyDictionary<string, string>> variants)
    {
        var options = variants.Select(variant => variant.Values.SelectMany(SearchText.Words).ToHashSet(StringComparer.Ordinal)).ToList();
        if (options.Count < 2)
            return false;
        var named = SearchText.Words(names);
        var asked = words.Where(word => options.Exists(variant => variant.Contains(word)) && !named.Contains(word)).ToList();
        return asked.Count > 1 && !options.Exists(variant => asked.TrueForAll(variant.Contains));
    }

    /// <summary>The best matches with those that miss it behind the others, and how many of the first ones are left that have everything.</summary>
    /// <param name="words">Plain words of the question.</param>
    /// <param name="positions">Best first.</param>
    /// <param name="exact">So many of them have all words.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(IReadOnlyList<long> Positions, int Exact)> SortAsync(
        IReadOnlyCollection<string> words, IReadOnlyList<long> positions, int exact, CancellationToken cancellationToken)
    {
        List<long> weighed = [.. positions.Take(SearchStatement.Weighed)];
        var missed = (await facts.ReadAsync(weighed, cancellationToken))
            .Where(candidate => IsMissed(words, candidate.Names, candidate.Variants)).Select(candidate => candidate.Position).ToHashSet();
        return ([.. weighed.Where(position => !missed.Contains(position)), .. weighed.Where(missed.Contains), .. positions.Skip(SearchStatement.Weighed)],
            exact - weighed.Take(exact).Count(missed.Contains));
    }
}
