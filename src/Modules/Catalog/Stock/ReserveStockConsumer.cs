using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Holds every line or none. A checkout that already holds (or has bought) its pieces gets the same answer and nothing more.</summary>
internal sealed class ReserveStockConsumer(CatalogDbContext db, StockLedger ledger) : IConsumer<ReserveStock>
{
    private const string BeforeReservation = "before_reservation";

    public async Task Consume(ConsumeContext<ReserveStock> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeReservation, cancellationToken);
        if (!await ledger.TryOpenAsync(request.CheckoutId, request.ExpiresAt, cancellationToken))
        {
            var heldUntil = await db.Reservations.Where(x => x.CheckoutId == request.CheckoutId).Select(x => x.ExpiresAt).SingleAsync(cancellationToken);
            await AnswerHeldAsync(context, heldUntil);
            return;
        }

        var lines = MergedLines.Of(request.Lines);
        var shortages = await HoldAllAsync(lines, cancellationToken);
        if (shortages.Count > 0 || lines.Count == 0)
        {
            await transaction.RollbackToSavepointAsync(BeforeReservation, cancellationToken);
            await context.Publish(new StockRejected { CheckoutId = request.CheckoutId, Reason = RejectionReason.Short, Shortages = shortages });
            return;
        }
        db.AddRange(lines.Select(line => new ReservedLine { CheckoutId = request.CheckoutId, Sku = line.Sku, Quantity = line.Quantity }));
        await AnswerHeldAsync(context, request.ExpiresAt);
    }

    private static Task AnswerHeldAsync(ConsumeContext<ReserveStock> context, DateTimeOffset expiresAt) =>
        context.Publish(new StockReserved { CheckoutId = context.Message.CheckoutId, ExpiresAt = expiresAt });

    /// <summary>Tries every line even after one is short, so that the shopper hears of all of them at once.</summary>
    private async Task<List<StockShortage>> HoldAllAsync(IReadOnlyList<StockLine> lines, CancellationToken cancellationToken)
    {
        var shortages = new List<StockShortage>();
        foreach (var line in lines)
        {
            if (line.Quantity > 0 && await ledger.TryHoldAsync(line, cancellationToken))
                continue;
            shortages.Add(new StockShortage { Sku = line.Sku, Requested = line.Quantity, Available = await ledger.AvailableAsync(line.Sku, cancellationToken) });
        }
        return shortages;
    }
}
