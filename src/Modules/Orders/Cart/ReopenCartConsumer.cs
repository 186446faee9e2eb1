using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Cart;

/// <summary>A checkout ended without an order: what was in its cart is there again, and can be changed and checked out anew.</summary>
internal sealed class ReopenCartConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<CheckoutFailed>
{
    public async Task Consume(ConsumeContext<CheckoutFailed> context)
    {
        var quote = await db.Quotes.AsNoTracking().SingleOrDefaultAsync(x => x.CheckoutId == context.Message.CheckoutId, context.CancellationToken);
        if (quote is null)
            return;
        // Checked out anew since: then this cart is no longer the failed checkout's.
        if (await db.Quotes.AnyAsync(x => x.CartId == quote.CartId && x.CheckoutId != quote.CheckoutId && x.CompletedAt > quote.CompletedAt, context.CancellationToken))
            return;
        // Paid late, it has become an order after all, and would be bought twice.
        if (await db.Orders.AnyAsync(x => x.CheckoutId == quote.CheckoutId, context.CancellationToken))
            return;
        var cart = await db.Carts.SingleOrDefaultAsync(x => x.Id == quote.CartId && x.ClosedAt != null, context.CancellationToken);
        if (cart is null)
            return;
        cart.Reopen(time.GetUtcNow());
        await context.Publish(cart.Stirred(time.GetUtcNow()), context.CancellationToken);
    }
}
