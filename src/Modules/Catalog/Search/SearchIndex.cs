using System.Text.Json;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Search;

/// <summary>
/// Writes the search tables that stand beside the products (see the migration): documents, and the vocabulary that
/// corrects typing errors. Always inside the transaction that changes the products, so the index never tells of what is not there.
/// </summary>
internal sealed class SearchIndex(CatalogDbContext db, ISearchSql sql)
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>Takes old documents out and puts new ones in; a changed product is in both lists.</summary>
    public async Task ReplaceAsync(IReadOnlyCollection<SearchDocument> old, IReadOnlyCollection<SearchDocument> current, CancellationToken cancellationToken)
    {
        if (old.Count == 0 && current.Count == 0)
            return;
        await ExecuteAsync(sql.DeleteDocuments, old.Select(x => x.Position), cancellationToken);
        await ExecuteAsync(sql.InsertDocuments, current, cancellationToken);
        await CountWordsAsync(old, current, cancellationToken);
    }

    private async Task CountWordsAsync(IEnumerable<SearchDocument> old, IEnumerable<SearchDocument> current, CancellationToken cancellationToken)
    {
        var changes = old.SelectMany(document => document.KnownWords().Select(word => (word, By: -1)))
            .Concat(current.SelectMany(document => document.KnownWords().Select(word => (word, By: 1))))
            .GroupBy(change => change.word, change => change.By)
            .Select(group => (Word: group.Key, By: group.Sum()))
            .Where(change => change.By != 0)
            .ToDictionary(change => change.Word, change => change.By);
        var unknown = sql.UnknownWords is not { } ask ? []
            : await db.Database.SqlQueryRaw<string>(ask, JsonSerializer.Serialize(changes, Json)).ToListAsync(cancellationToken);
        await ExecuteAsync(sql.CountWords, changes, cancellationToken);
        if (sql.InsertTrigrams is { } insert)
            await ExecuteAsync(insert, unknown.Where(Spelling.CanBeMisspelt).SelectMany(word => Spelling.Trigrams(word).Select(gram => new object[] { gram, word.Length, word })), cancellationToken);
    }

    private async Task ExecuteAsync<T>(string statement, T rows, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(statement, [JsonSerializer.Serialize(rows, Json)], cancellationToken);
}
