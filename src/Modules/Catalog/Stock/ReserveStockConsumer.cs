using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Holds every line or none. A checkout that already holds (or has bought) its pieces gets the same answer and nothing more.</summary>
internal sealed class ReserveStockConsumer(CatalogDbContext db, StockLedger ledger) : IConsumer<ReserveStock>
{
    private const string BeforeLines = "before_lines";

    public async Task Consume(ConsumeContext<ReserveStock> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var reservation = await db.Reservations.SingleOrDefaultAsync(x => x.CheckoutId == request.CheckoutId, cancellationToken);
        if (reservation?.Status is ReservationStatus.Held or ReservationStatus.Committed)
        {
            await AnswerHeldAsync(context, reservation.ExpiresAt);
            return;
        }

        var lines = MergedLines.Of(request.Lines);
        var shortages = await HoldAllAsync(lines, cancellationToken);
        if (shortages.Count > 0 || lines.Count == 0)
        {
            await context.Publish(new StockRejected { CheckoutId = request.CheckoutId, Reason = RejectionReason.Short, Shortages = shortages });
            return;
        }
        await StoreAsync(reservation, request, lines, cancellationToken);
        await AnswerHeldAsync(context, request.ExpiresAt);
    }

    private static Task AnswerHeldAsync(ConsumeContext<ReserveStock> context, DateTimeOffset expiresAt) =>
        context.Publish(new StockReserved { CheckoutId = context.Message.CheckoutId, ExpiresAt = expiresAt });

    /// <summary>Tries every line even after one is short, so that the shopper hears of all of them at once; then the held ones are undone.</summary>
    private async Task<List<StockShortage>> HoldAllAsync(IReadOnlyList<StockLine> lines, CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeLines, cancellationToken);
        var shortages = new List<StockShortage>();
        foreach (var line in lines)
        {
            if (line.Quantity > 0 && await ledger.TryHoldAsync(line, cancellationToken))
                continue;
            shortages.Add(new StockShortage { Sku = line.Sku, Requested = line.Quantity, Available = await ledger.AvailableAsync(line.Sku, cancellationToken) });
        }
        if (shortages.Count > 0)
            await transaction.RollbackToSavepointAsync(BeforeLines, cancellationToken);
        return shortages;
    }

    /// <summary>A checkout whose reservation had expired or was released may reserve anew: its row is taken over.</summary>
    private async Task StoreAsync(Reservation? ended, ReserveStock request, IReadOnlyList<StockLine> lines, CancellationToken cancellationToken)
    {
        if (ended is null)
        {
            db.Add(new Reservation { CheckoutId = request.CheckoutId, Status = ReservationStatus.Held, ExpiresAt = request.ExpiresAt });
        }
        else
        {
            ended.Status = ReservationStatus.Held;
            ended.ExpiresAt = request.ExpiresAt;
            await db.ReservedLines.Where(x => x.CheckoutId == request.CheckoutId).ExecuteDeleteAsync(cancellationToken);
        }
        db.AddRange(lines.Select(line => new ReservedLine { CheckoutId = request.CheckoutId, Sku = line.Sku, Quantity = line.Quantity }));
    }
}
