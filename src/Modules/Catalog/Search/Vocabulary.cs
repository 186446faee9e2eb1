using System.Text.Json;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Search;

/// <summary>The words the catalog knows and their synonyms, and the nearest of them to a word it does not know.</summary>
internal sealed class Vocabulary(CatalogDbContext db, ISearchSql sql)
{
    private const int ShortestPrefix = 3;

    /// <summary>One look for all words and phrases of a question.</summary>
    public async Task<Glossary> LookAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQueryRaw<Row>(sql.Look, JsonSerializer.Serialize(words.Distinct())).ToListAsync(cancellationToken);
        return new Glossary(
            rows.Where(row => row.Means is null).ToDictionary(row => row.Word, row => row.Products, StringComparer.Ordinal),
            rows.Where(row => row.Means is not null).ToDictionary(row => row.Word, row => Synonym.Meanings(row.Means!), StringComparer.Ordinal));
    }

    /// <summary>Whether the catalog has another form of the word: "boot" of "boots".</summary>
    public async Task<bool> HasFormAsync(string word, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<long>(sql.Finds, sql.Word(word)).AnyAsync(cancellationToken);

    /// <summary>The most common known words that begin so.</summary>
    public async Task<IReadOnlyList<string>> BeginningAsync(string prefix, CancellationToken cancellationToken) => prefix.Length < ShortestPrefix
        ? [] : await db.Database.SqlQueryRaw<string>(sql.Between, prefix, $"{prefix}\uffff").ToListAsync(cancellationToken);

    /// <summary>The two known words that were typed as one; null when there are none.</summary>
    public async Task<(string First, string Second)?> SplitAsync(string word, CancellationToken cancellationToken)
    {
        if (word.Length is < 2 * ShortestPrefix or > Spelling.LongestWord)
            return null;
        var cuts = Enumerable.Range(ShortestPrefix, word.Length - 2 * ShortestPrefix + 1).Select(at => (First: word[..at], Second: word[at..])).ToList();
        var known = (await LookAsync(cuts.SelectMany(cut => new[] { cut.First, cut.Second }), cancellationToken)).Products;
        return cuts.Where(cut => known.ContainsKey(cut.First) && known.ContainsKey(cut.Second))
            .OrderByDescending(cut => Math.Min(known[cut.First], known[cut.Second])).Select(cut => ((string, string)?)cut).FirstOrDefault();
    }

    /// <summary>The known word or synonym nearest to this one within the tolerance; null when none is near enough.</summary>
    /// <param name="word">A plain word.</param>
    /// <param name="leastProducts">Only words of at least so many products.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string?> CorrectAsync(string word, long leastProducts, CancellationToken cancellationToken)
    {
        if (!Spelling.CanBeMisspelt(word))
            return null;
        var tolerance = Spelling.Tolerance(word);
        var candidates = await db.Database
            .SqlQueryRaw<KnownWord>(sql.Nearest, JsonSerializer.Serialize(Spelling.Trigrams(word)), word.Length - tolerance, word.Length + tolerance, word)
            .ToListAsync(cancellationToken);
        var nearest = Best(word, candidates.Where(row => row.Products >= leastProducts && row.Word != word && Spelling.CanBeMisspelt(row.Word)));
        if (nearest is { Distance: <= 1 } || leastProducts > 1)
            return nearest?.Word;
        // The operator's words can be mistyped too. There are hundreds of them, not millions.
        var synonyms = await db.Synonyms.AsNoTracking().Where(x => !EF.Functions.Like(x.Word, "% %")).Select(x => x.Word).ToListAsync(cancellationToken);
        var meant = Best(word, synonyms.Select(synonym => new KnownWord(synonym, 1)));
        return meant is not null && (nearest is null || meant.Value.Distance < nearest.Value.Distance) ? meant.Value.Word : nearest?.Word;
    }

    private static (string Word, int Distance)? Best(string word, IEnumerable<KnownWord> candidates)
    {
        var tolerance = Spelling.Tolerance(word);
        return candidates
            .Select(row => (row.Word, row.Products, Distance: Spelling.Distance(word, row.Word, tolerance)))
            .Where(row => row.Distance <= tolerance)
            .OrderBy(row => row.Distance).ThenBy(row => row.Word[0] == word[0] ? 0 : 1).ThenByDescending(row => row.Products)
            .Select(row => ((string, int)?)(row.Word, row.Distance)).FirstOrDefault();
    }

    private sealed record KnownWord(string Word, long Products);

    private sealed record Row(string Word, long Products, string? Means);
}

/// <summary>What the store knows of a question's words.</summary>
/// <param name="Products">Known words, and of how many products each is.</param>
/// <param name="Meanings">Synonyms, one or more words each, and the ways the catalog may call them.</param>
internal sealed record Glossary(IReadOnlyDictionary<string, long> Products, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Meanings)
{
    public bool Knows(string word) => Products.ContainsKey(word);
}
