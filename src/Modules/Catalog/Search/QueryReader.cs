namespace EcommerceBot.Catalog.Search;

/// <summary>Reads a question's words as the catalog knows them: its own words, other forms, synonyms of up to three words, two words typed as one or one as two, beginnings, typing errors.</summary>
internal sealed class QueryReader(ISearchSql sql, Vocabulary vocabulary)
{
    /// <summary>A word that is none of these is left out, or it would hide what the others find.</summary>
    public async Task<IReadOnlyList<Term>> ReadAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count == 0)
            return [];
        var glossary = await vocabulary.LookAsync([.. words, .. Phrases(words, " "), .. Phrases(words, "")], cancellationToken);
        var terms = new List<Term>();
        for (var at = 0; at < words.Count;)
        {
            var (term, length) = Phrase(words, at, glossary) is { } phrase ? phrase : (await ReadAsync(words[at], glossary, cancellationToken), 1);
            terms.AddRange(term is null ? [] : [term with { Words = length }]);
            at += length;
        }
        return terms;
    }

    private static IEnumerable<string> Phrases(IReadOnlyList<string> words, string between) =>
        Enumerable.Range(2, Synonym.MostWords - 1).SelectMany(length => Enumerable.Range(0, Math.Max(0, words.Count - length + 1)).Select(at => string.Join(between, words.Skip(at).Take(length))));

    private (Term?, int)? Phrase(IReadOnlyList<string> words, int at, Glossary glossary)
    {
        for (var length = Math.Min(Synonym.MostWords, words.Count - at); length > 1; length--)
        {
            var part = words.Skip(at).Take(length).ToList();
            var own = part.TrueForAll(glossary.Knows) ? Together(part) : null;
            if (glossary.Meanings.TryGetValue(string.Join(' ', part), out var meanings))
                return (Meant(string.Join(' ', part), own, meanings, corrected: false), length);
            if (glossary.Knows(string.Concat(part)))
                return (Meant(string.Join(' ', part), sql.Word(string.Concat(part)), own is null ? [] : [part], corrected: false), length);
        }
        return null;
    }

    private async Task<Term?> ReadAsync(string word, Glossary glossary, CancellationToken cancellationToken)
    {
        var meanings = glossary.Meanings.GetValueOrDefault(word, []);
        if (glossary.Knows(word) || (word.Length <= Spelling.LongestWord && await vocabulary.HasFormAsync(word, cancellationToken)))
            return Meant(word, sql.Word(word), meanings, corrected: false);
        if (meanings.Count > 0)
            return Meant(word, null, meanings, corrected: false);
        if (await vocabulary.BeginningAsync(word, cancellationToken) is { Count: > 0 } longer)
            return new Term(word, $"({sql.Any(longer.Select(sql.Word))})", null, Corrected: false);
        if (await vocabulary.SplitAsync(word, cancellationToken) is var (first, second))
            return new Term($"{first} {second}", Together([first, second]), null, Corrected: true);
        if (await vocabulary.CorrectAsync(word, leastProducts: 1, cancellationToken) is not { } corrected)
            return null;
        glossary = await vocabulary.LookAsync([corrected], cancellationToken);
        return Meant(corrected, glossary.Knows(corrected) ? sql.Word(corrected) : null, glossary.Meanings.GetValueOrDefault(corrected, []), corrected: true);
    }

    /// <param name="shown">As the shopper is told.</param>
    /// <param name="own">Finds the words themselves; null where the catalog does not have them.</param>
    /// <param name="meanings">Other ways to say it.</param>
    /// <param name="corrected">Whether it was taken for a typing error.</param>
    private Term? Meant(string shown, string? own, IReadOnlyList<IReadOnlyList<string>> meanings, bool corrected)
    {
        List<string> ways = [.. own is null ? [] : (string[])[own], .. meanings.Select(Together)];
        return ways.Count == 0 ? null : new Term(shown, ways.Count == 1 ? ways[0] : $"({sql.Any(ways)})", own, corrected);
    }

    private string Together(IReadOnlyList<string> words) => words.Count == 1 ? sql.Word(words[0]) : $"({sql.All(words.Select(sql.Word))})";
}

/// <summary>A word or phrase of the question as the index is asked for it.</summary>
/// <param name="Shown">Plain words.</param>
/// <param name="Expression">Finds it in all its ways.</param>
/// <param name="Own">Finds it as it was typed, where that differs and can be.</param>
/// <param name="Corrected">Whether <paramref name="Shown"/> is not what was typed.</param>
/// <param name="Words">How many words were typed for it.</param>
internal sealed record Term(string Shown, string Expression, string? Own, bool Corrected, int Words = 1);
