using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>
/// Sells what a checkout holds. A reservation past its time that nobody has freed yet is still sold: the shopper has paid, and the pieces are there.
/// </summary>
internal sealed class CommitStockConsumer(CatalogDbContext db, StockLedger ledger) : IConsumer<CommitStock>
{
    public async Task Consume(ConsumeContext<CommitStock> context)
    {
        var checkoutId = context.Message.CheckoutId;
        if (await ledger.TrySellAsync(checkoutId, context.CancellationToken) || await IsCommittedAsync(checkoutId, context.CancellationToken))
            await context.Publish(new StockCommitted { CheckoutId = checkoutId });
        else
            await context.Publish(new StockRejected { CheckoutId = checkoutId, Reason = RejectionReason.Expired, Shortages = [] });
    }

    private Task<bool> IsCommittedAsync(Guid checkoutId, CancellationToken cancellationToken) =>
        db.Reservations.AnyAsync(x => x.CheckoutId == checkoutId && x.Status == ReservationStatus.Committed, cancellationToken);
}
