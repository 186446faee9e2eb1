using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
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
        var lines = MergedLines.Of(request.Lines);
        // What cannot be written, or holds nothing, is refused as short.
        var sound = lines.Count > 0 && lines.All(line => line.Quantity > 0 && Variant.CouldBeId(line.Sku));
        if (sound && !await ledger.TryOpenAsync(request, lines, cancellationToken))
        {
            var heldUntil = await db.Reservations.Where(x => x.CheckoutId == request.CheckoutId).Select(x => x.ExpiresAt).SingleAsync(cancellationToken);
            await AnswerHeldAsync(context, heldUntil);
            return;
        }

        var shortages = await ledger.HoldAsync(lines, cancellationToken);
        if (sound && shortages.Count == 0)
        {
            await AnswerHeldAsync(context, request.ExpiresAt);
            return;
        }
        await transaction.RollbackToSavepointAsync(BeforeReservation, cancellationToken);
        await context.Publish(new StockRejected { CheckoutId = request.CheckoutId, Reason = RejectionReason.Short, Shortages = shortages });
    }

    private static Task AnswerHeldAsync(ConsumeContext<ReserveStock> context, DateTimeOffset expiresAt) =>
        context.Publish(new StockReserved { CheckoutId = context.Message.CheckoutId, ExpiresAt = expiresAt });
}
