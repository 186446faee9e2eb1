using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Tells when what is free of a SKU crosses a line: down to its threshold, or up from nothing. Inside the transaction that moves it, so that it is told once.</summary>
internal sealed class StockSignals(CatalogDbContext db, IPublishEndpoint events, IOptions<StockOptions> options)
{
    public async Task TellAsync(IEnumerable<StockMove> moves, IEnumerable<FreeStock> before, CancellationToken cancellationToken)
    {
        var free = before.ToDictionary(x => x.Sku, StringComparer.Ordinal);
        var crossings = moves.Where(move => free.ContainsKey(move.Sku)).Select(move => Crossing(free[move.Sku], move)).Where(x => x.RanLow || x.IsBack).ToList();
        if (crossings.Count == 0)
            return;
        var skus = crossings.Select(x => x.Sku).ToList();
        var products = await db.Variants.AsNoTracking().Where(x => skus.Contains(x.Sku)).ToDictionaryAsync(x => x.Sku, x => x.ProductId, StringComparer.Ordinal, cancellationToken);
        foreach (var crossing in crossings.Where(x => products.ContainsKey(x.Sku)))
        {
            if (crossing.RanLow)
                await events.Publish(new LowStock { Sku = crossing.Sku, ProductId = products[crossing.Sku], Available = crossing.Free, Threshold = crossing.LowAt }, cancellationToken);
            if (crossing.IsBack)
                await events.Publish(new BackInStock { Sku = crossing.Sku, ProductId = products[crossing.Sku], Available = crossing.Free }, cancellationToken);
        }
    }

    private (string Sku, int Free, int LowAt, bool RanLow, bool IsBack) Crossing(FreeStock before, StockMove move)
    {
        var (lowAt, after) = (before.Low ?? options.Value.LowStockAt, before.Free + move.OnHand - move.Reserved);
        return (before.Sku, after, lowAt, before.Free > lowAt && after <= lowAt, before.Free <= 0 && after > 0);
    }
}
