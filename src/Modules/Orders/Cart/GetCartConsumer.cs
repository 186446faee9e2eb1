using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Cart;

internal sealed class GetCartConsumer(OrdersDbContext db, IRequestClient<GetOffers> catalog, TimeProvider time) : IConsumer<GetCart>
{
    // A cart without its news is better than no cart.
    private static readonly RequestTimeout CatalogTimeout = RequestTimeout.After(s: 2);

    public async Task Consume(ConsumeContext<GetCart> context)
    {
        var (cartId, ownerId) = (context.Message.CartId, context.Message.OwnerId);
        var cart = await db.Carts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == cartId && x.OwnerId == ownerId && x.ClosedAt == null, context.CancellationToken);
        if (cart is null || cart.IsGone(time.GetUtcNow()))
            await context.RespondAsync(new CartNotFound { CartId = cartId });
        else
            await context.RespondAsync(cart.ToContract(await NewsAsync(cart, context.CancellationToken)));
    }

    private async Task<IReadOnlyList<CartNotice>> NewsAsync(ShoppingCart cart, CancellationToken cancellationToken)
    {
        try
        {
            return CartNews.Of(cart, await catalog.OffersAsync(cart.Lines.Select(line => line.Sku), CatalogTimeout, cancellationToken));
        }
        catch (RequestException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }
}
