using System.Text.Json;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Search;

/// <summary>The words the catalog knows, and the nearest of them to one it does not know.</summary>
internal sealed class Vocabulary(CatalogDbContext db, ISearchSql sql)
{
    /// <summary>How the catalog can match the word: as it stands (or another form of it), as the beginning of one, or not at all.</summary>
    public async Task<WordMatch> MatchAsync(string word, CancellationToken cancellationToken)
    {
        if (await FindsAsync(sql.Word(word), cancellationToken))
            return WordMatch.Whole;
        return word.Length >= 3 && await FindsAsync(sql.Prefix(word), cancellationToken) ? WordMatch.Prefix : WordMatch.None;
    }

    /// <summary>The known word nearest to this one within the tolerance; null when none is near enough.</summary>
    public async Task<string?> CorrectAsync(string word, CancellationToken cancellationToken)
    {
        if (!Spelling.CanBeMisspelt(word))
            return null;
        var tolerance = Spelling.Tolerance(word);
        var candidates = await db.Database
            .SqlQueryRaw<KnownWord>(sql.Nearest, JsonSerializer.Serialize(Spelling.Trigrams(word)), word.Length - tolerance, word.Length + tolerance, word)
            .ToListAsync(cancellationToken);
        return candidates
            .Select(candidate => (candidate.Word, candidate.Products, Distance: Spelling.Distance(word, candidate.Word, tolerance)))
            .Where(candidate => candidate.Distance <= tolerance)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word[0] == word[0] ? 0 : 1)
            .ThenByDescending(candidate => candidate.Products)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    private async Task<bool> FindsAsync(string match, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<long>(sql.Finds, match).AnyAsync(cancellationToken);

    private sealed record KnownWord(string Word, long Products);
}

/// <summary>How far a word is known.</summary>
internal enum WordMatch
{
    None,
    Prefix,
    Whole,
}
