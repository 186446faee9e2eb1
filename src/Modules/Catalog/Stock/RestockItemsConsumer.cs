using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Puts pieces that came back on hand again, once for each key.</summary>
internal sealed class RestockItemsConsumer(CatalogDbContext db, StockLedger ledger, StockKeys keys, AuditTrail audit) : IConsumer<RestockItems>
{
    private const int LongestReason = 200;

    public async Task Consume(ConsumeContext<RestockItems> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var lines = MergedLines.Of(request.Lines.Where(line => Variant.CouldBeId(line.Sku)));
        if (request.Key.Length is 0 or > StockRequest.LongestKey || lines.Any(line => line.Quantity is < 1 or > StockItem.Most))
            throw new ArgumentException($"A key has 1 to {StockRequest.LongestKey} characters and a line 1 to {StockItem.Most} pieces. Send the message again as it should be.");
        if (!await keys.TryTakeAsync(request.Key, lines, cancellationToken))
            return;
        var moves = lines.Select(line => new StockMove(line.Sku, line.Quantity, 0)).ToList();
        var before = await ledger.LockAsync(moves, cancellationToken);
        var skus = before.Select(x => x.Sku).ToList();
        var variants = await db.Variants.AsNoTracking().Include(x => x.Stock).Where(x => skus.Contains(x.Sku)).ToListAsync(cancellationToken);
        await ledger.MoveAsync(moves, before, cancellationToken);
        var reason = request.Reason.Length > LongestReason ? request.Reason[..LongestReason] : request.Reason;
        foreach (var (variant, line) in variants.Join(lines, variant => variant.Sku, line => line.Sku, (variant, line) => (variant, line)))
            audit.Stock("orders", variant, variant.Stock.OnHand, variant.Stock.OnHand + line.Quantity, reason);
    }
}
