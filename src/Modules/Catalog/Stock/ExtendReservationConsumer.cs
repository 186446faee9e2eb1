using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Holds a reservation longer, never shorter; nothing happens when it has ended.</summary>
internal sealed class ExtendReservationConsumer(CatalogDbContext db) : IConsumer<ExtendReservation>
{
    public Task Consume(ConsumeContext<ExtendReservation> context)
    {
        var expiresAt = context.Message.ExpiresAt;
        return db.Reservations
            .Where(x => x.CheckoutId == context.Message.CheckoutId && x.Status == ReservationStatus.Held && x.ExpiresAt < expiresAt)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.ExpiresAt, expiresAt), context.CancellationToken);
    }
}
