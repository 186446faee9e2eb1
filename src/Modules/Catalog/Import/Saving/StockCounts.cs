using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Stock;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>
/// The counts an import has to change, kept to its end: a row of stock that is changed is held until the commit, and buyers must not wait for a
/// whole file. Then they are taken in the order in which checkouts take them, so that neither waits for the other in a circle. Pieces promised to
/// a checkout that is paying are there for it, whatever was counted.
/// </summary>
internal sealed class StockCounts(CatalogDbContext db, StockLedger ledger)
{
    private const int Batch = 1000;

    private readonly List<(string Sku, int Pieces)> _counts = [];

    public void Add(string sku, int pieces) => _counts.Add((sku, pieces));

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        _counts.Sort((left, right) => string.CompareOrdinal(left.Sku, right.Sku));
        foreach (var counts in _counts.Chunk(Batch))
            await ApplyAsync(counts.ToDictionary(x => x.Sku, x => x.Pieces, StringComparer.Ordinal), cancellationToken);
        _counts.Clear();
    }

    private async Task ApplyAsync(Dictionary<string, int> counts, CancellationToken cancellationToken)
    {
        var before = await ledger.LockAsync([.. counts.Keys.Select(sku => new StockMove(sku, 0, 0))], cancellationToken);
        var skus = counts.Keys.ToList();
        var items = await db.Stock.AsNoTracking().Where(x => skus.Contains(x.Sku)).ToListAsync(cancellationToken);
        var moves = items.Select(item => new StockMove(item.Sku, Math.Max(counts[item.Sku], item.Reserved) - item.OnHand, 0)).ToList();
        await ledger.MoveAsync(moves, before, cancellationToken);
        // What that tells leaves with the import.
        await db.SaveChangesAsync(cancellationToken);
    }
}
