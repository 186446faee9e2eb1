namespace EcommerceBot.Catalog.Search;

/// <summary>
/// "Did you mean": a word that the catalog knows can still be a slip of a much more common one ("boats" among a hundred boots). What was typed is
/// searched all the same; this only asks.
/// </summary>
internal sealed class OtherSpelling(Vocabulary vocabulary)
{
    /// <summary>With so many found, the words were meant.</summary>
    private const int Few = 3;

    private const int TimesAsCommon = 10;

    /// <param name="words">As they were typed.</param>
    /// <param name="terms">As they were read.</param>
    /// <param name="found">Products that have them all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The whole wish in the other spelling, or null.</returns>
    public async Task<string?> OfAsync(IReadOnlyList<string> words, IReadOnlyList<Term> terms, int found, CancellationToken cancellationToken)
    {
        if (found >= Few || terms.Any(term => term.Corrected))
            return null;
        var known = (await vocabulary.LookAsync(words, cancellationToken)).Products;
        var others = new List<string>();
        foreach (var word in words)
            others.Add(known.TryGetValue(word, out var products) ? await vocabulary.CorrectAsync(word, TimesAsCommon * products, cancellationToken) ?? word : word);
        return others.SequenceEqual(words) ? null : string.Join(' ', others);
    }
}
