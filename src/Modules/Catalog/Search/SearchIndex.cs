using System.Text.Json;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Search;

/// <summary>
/// Writes the search tables that stand beside the products (see the migration): documents for FTS5, and the vocabulary with its trigrams that
/// corrects typing errors. Always inside the transaction that changes the products, so the index never tells of what is not there.
/// </summary>
internal sealed class SearchIndex(CatalogDbContext db)
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>Takes old documents out and puts new ones in; a changed product is in both lists.</summary>
    public async Task ReplaceAsync(IReadOnlyCollection<SearchDocument> old, IReadOnlyCollection<SearchDocument> current, CancellationToken cancellationToken)
    {
        if (old.Count == 0 && current.Count == 0)
            return;
        await ExecuteAsync("DELETE FROM catalog_search WHERE rowid IN (SELECT value FROM json_each({0}))", old.Select(x => x.Position), cancellationToken);
        await ExecuteAsync(
            """
            INSERT INTO catalog_search (rowid, title, brand, category, options, description)
            SELECT value ->> 'position', value ->> 'title', value ->> 'brand', value ->> 'category', value ->> 'options', value ->> 'description' FROM json_each({0})
            """, current, cancellationToken);
        await CountWordsAsync(old, current, cancellationToken);
    }

    private async Task CountWordsAsync(IEnumerable<SearchDocument> old, IEnumerable<SearchDocument> current, CancellationToken cancellationToken)
    {
        var changes = old.SelectMany(document => document.DistinctWords().Select(word => (word, By: -1)))
            .Concat(current.SelectMany(document => document.DistinctWords().Select(word => (word, By: 1))))
            .Where(change => Spelling.CanBeMisspelt(change.word))
            .GroupBy(change => change.word, change => change.By)
            .Select(group => (Word: group.Key, By: group.Sum()))
            .Where(change => change.By != 0)
            .ToDictionary(change => change.Word, change => change.By);
        var unknown = await db.Database.SqlQueryRaw<string>(
            "SELECT key AS Value FROM json_each({0}) WHERE key NOT IN (SELECT word FROM catalog_search_words)", JsonSerializer.Serialize(changes, Json)).ToListAsync(cancellationToken);
        await ExecuteAsync(
            """
            INSERT INTO catalog_search_words (word, products) SELECT key, value FROM json_each({0}) WHERE true
            ON CONFLICT (word) DO UPDATE SET products = products + excluded.products
            """, changes, cancellationToken);
        await ExecuteAsync(
            "INSERT INTO catalog_search_grams (gram, length, word) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each({0})",
            unknown.SelectMany(word => Spelling.Trigrams(word).Select(gram => new object[] { gram, word.Length, word })), cancellationToken);
    }

    private async Task ExecuteAsync<T>(string sql, T rows, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(sql, [JsonSerializer.Serialize(rows, Json)], cancellationToken);
}
