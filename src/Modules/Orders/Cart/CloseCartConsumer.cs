using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Cart;

/// <summary>An order was placed, perhaps paid so late that its cart had been reopened: a cart that still holds just that is closed again.</summary>
internal sealed class CloseCartConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<OrderPlaced>
{
    public async Task Consume(ConsumeContext<OrderPlaced> context)
    {
        var quote = await db.Quotes.AsNoTracking().SingleOrDefaultAsync(x => x.CheckoutId == context.Message.CheckoutId, context.CancellationToken);
        if (quote is null)
            return;
        var cart = await db.Carts.SingleOrDefaultAsync(x => x.Id == quote.CartId && x.ClosedAt == null, context.CancellationToken);
        if (cart is null || !cart.Lines.Select(line => (line.Sku, line.Quantity)).SequenceEqual(quote.Lines.Select(line => (line.Sku, line.Quantity))))
            return;
        cart.ClosedAt = time.GetUtcNow();
        cart.Version++;
    }
}
