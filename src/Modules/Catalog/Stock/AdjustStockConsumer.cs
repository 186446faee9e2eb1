using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Products.Admin;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Counts or corrects stock under the lock that checkouts take, so that nothing promised is counted away.</summary>
internal sealed class AdjustStockConsumer(CatalogDbContext db, StockLedger ledger, StockKeys keys, AuditTrail audit) : IConsumer<AdjustStock>
{
    public async Task Consume(ConsumeContext<AdjustStock> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var faults = AdjustmentFaults.Of(request);
        if (faults.Count > 0)
        {
            await context.RespondAsync(new ChangeRejected { Faults = faults });
            return;
        }
        var probes = request.Lines.Select(line => new StockMove(line.Sku, 0, 0)).ToList();
        var before = await ledger.LockAsync(probes, cancellationToken);
        var skus = probes.Select(x => x.Sku).ToList();
        var variants = await db.Variants.AsNoTracking().Include(x => x.Stock).Where(x => skus.Contains(x.Sku)).ToDictionaryAsync(x => x.Sku, StringComparer.Ordinal, cancellationToken);
        var moves = Moves(request, variants, faults);
        if (faults.Count > 0)
            await context.RespondAsync(new ChangeRejected { Faults = faults });
        else if (request.Key is { } key && !await keys.TryTakeAsync($"adjust:{key}", new { request.Lines, request.Reason }, cancellationToken))
            await context.RespondAsync(new StockAdjusted { Levels = [.. variants.Values.Select(variant => Level(variant, 0))] });
        else
        {
            await ledger.MoveAsync(moves, before, cancellationToken);
            foreach (var move in moves)
                audit.Stock(request.By, variants[move.Sku], variants[move.Sku].Stock.OnHand, variants[move.Sku].Stock.OnHand + move.OnHand, request.Reason.Trim());
            await context.RespondAsync(new StockAdjusted { Levels = [.. moves.Select(move => Level(variants[move.Sku], move.OnHand))] });
        }
    }

    private static List<StockMove> Moves(AdjustStock request, Dictionary<string, Variant> variants, List<FieldFault> faults)
    {
        var moves = new List<StockMove>();
        foreach (var (index, line) in request.Lines.Index())
        {
            if (!variants.TryGetValue(line.Sku, out var variant))
            {
                LineFaults.Check(faults, true, $"lines[{index}].sku", "is not in the shop.");
                continue;
            }
            var after = line.OnHand ?? (long)variant.Stock.OnHand + line.Change!.Value;
            LineFaults.Check(faults, after < variant.Stock.Reserved, $"lines[{index}]", $"would leave {after} pieces, and {variant.Stock.Reserved} are promised to checkouts.");
            LineFaults.Check(faults, after > StockItem.Most, $"lines[{index}]", $"would make {after} pieces; at most {StockItem.Most} are counted.");
            if (after >= 0 && after <= StockItem.Most)
                moves.Add(new StockMove(line.Sku, (int)after - variant.Stock.OnHand, 0));
        }
        return moves;
    }

    private static StockLevel Level(Variant variant, int more) => new() { Sku = variant.Sku, OnHand = variant.Stock.OnHand + more, Reserved = variant.Stock.Reserved };
}
