using System.Text.Json;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>
/// The counts an import has to change, kept to its end: a row of stock that is changed is held until the commit, and buyers must not wait for a
/// whole file. Then they are taken in the order in which checkouts take them, so that neither waits for the other in a circle.
/// </summary>
internal sealed class StockCounts(CatalogDbContext db, IImportSql sql)
{
    private const int Batch = 1000;

    private readonly List<KeyValuePair<string, int>> _counts = [];

    public void Add(string sku, int pieces) => _counts.Add(KeyValuePair.Create(sku, pieces));

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        _counts.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        foreach (var counts in _counts.Chunk(Batch))
            await db.Database.ExecuteSqlRawAsync(sql.CountStock, [JsonSerializer.Serialize(new Dictionary<string, int>(counts))], cancellationToken);
    }
}
