using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Cart;

internal sealed class GetCartConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<GetCart>
{
    public async Task Consume(ConsumeContext<GetCart> context)
    {
        var (cartId, ownerId) = (context.Message.CartId, context.Message.OwnerId);
        var cart = await db.Carts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == cartId && x.OwnerId == ownerId && x.ClosedAt == null, context.CancellationToken);
        if (cart is null || cart.IsGone(time.GetUtcNow()))
            await context.RespondAsync(new CartNotFound { CartId = cartId });
        else
            await context.RespondAsync(cart.ToContract());
    }
}
