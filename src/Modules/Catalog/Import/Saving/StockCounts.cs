using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Stock;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>Makes stock what was counted. Pieces promised to a checkout that is paying are there for it, whatever was counted.</summary>
internal sealed class StockCounts(CatalogDbContext db, StockLedger ledger)
{
    public async Task ApplyAsync(IReadOnlyDictionary<string, int> counts, CancellationToken cancellationToken)
    {
        if (counts.Count == 0)
            return;
        var before = await ledger.LockAsync([.. counts.Keys.Select(sku => new StockMove(sku, 0, 0))], cancellationToken);
        var skus = counts.Keys.ToList();
        var items = await db.Stock.AsNoTracking().Where(x => skus.Contains(x.Sku)).ToListAsync(cancellationToken);
        var moves = items.Select(item => new StockMove(item.Sku, Math.Max(counts[item.Sku], item.Reserved) - item.OnHand, 0)).ToList();
        await ledger.MoveAsync(moves, before, cancellationToken);
        // What that tells leaves with the import.
        await db.SaveChangesAsync(cancellationToken);
    }
}
