using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Cart;

/// <summary>
/// The one write path of a cart: Catalog is asked with no transaction open, then the cart, and the key that makes the change happen once,
/// commit together. Two changes at once collide on the cart's version, and the later one is decided again on what the earlier left.
/// </summary>
internal sealed class CartChange(IServiceScopeFactory scopes, IRequestClient<GetOffers> catalog, TimeProvider time)
{
    /// <summary>From the lines as they stand, and what Catalog offers, to the quantities wanted.</summary>
    public delegate IReadOnlyList<WantedLine> Wishes(IReadOnlyList<StoredLine> lines, IReadOnlyDictionary<string, VariantOffer> offers);

    /// <param name="cartId">The cart.</param>
    /// <param name="call">Whose call this is and under which key.</param>
    /// <param name="skus">What will be wanted.</param>
    /// <param name="wishes">What is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="also">What else changes in the same transaction.</param>
    /// <returns><see cref="CartContents"/>, <see cref="CartRefused"/> or <see cref="CartNotFound"/>.</returns>
    public async Task<object> ApplyAsync(
        string cartId, KeyedCall call, IReadOnlyList<string> skus, Wishes wishes, CancellationToken cancellationToken,
        Func<OrdersDbContext, ShoppingCart, Task>? also = null)
    {
        if (call.Fault is { } fault)
            return new CartRefused { Code = "invalid_key", Reason = fault };
        var offers = await catalog.OffersAsync(skus, Offers.Patience, cancellationToken);
        return await Collisions.RetryAsync(scopes, (db, publish) => ApplyAsync(db, publish, cartId, call, offers, wishes, also, cancellationToken));
    }

    private async Task<object> ApplyAsync(
        OrdersDbContext db, IPublishEndpoint publish, string cartId, KeyedCall call, Dictionary<string, VariantOffer> offers, Wishes wishes,
        Func<OrdersDbContext, ShoppingCart, Task>? also, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await call.FindOutcomeAsync(db, cancellationToken) is { } earlier)
            return earlier.For<CartContents>() ?? earlier.For<CartRefused>() ?? (object)KeyReused();
        var now = time.GetUtcNow();
        var cart = await db.Carts.SingleOrDefaultAsync(x => x.Id == cartId && x.OwnerId == call.OwnerId, cancellationToken);
        if (cart is null || cart.IsGone(now))
            return new CartNotFound { CartId = cartId };
        if (cart.ClosedAt is not null)
            return new CartRefused { Code = "cart_closed", Reason = "This cart has been checked out. Create a new one to go on shopping." };

        var (lines, currency, refusal) = CartRules.Apply(cart.Lines, cart.Currency, wishes(cart.Lines, offers), offers);
        var notices = CartNews.Between(cart.Lines, lines, currency);
        if (refusal is null)
            await ReplaceAsync(db, publish, cart, lines, currency, also, now, cancellationToken);
        object outcome = refusal is null ? cart.ToContract(notices) : refusal;
        call.Keep(db, outcome, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private static async Task ReplaceAsync(
        OrdersDbContext db, IPublishEndpoint publish, ShoppingCart cart, List<StoredLine> lines, string currency, Func<OrdersDbContext, ShoppingCart, Task>? also,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (lines.Count > 0 && (cart.Lines.Count == 0 || cart.AbandonedAt is not null))
            await publish.Publish(cart.Stirred(now), cancellationToken);
        cart.AbandonedAt = null;
        cart.Replace(lines, currency, now);
        if (also is not null)
            await also(db, cart);
    }

    private static CartRefused KeyReused() => new() { Code = "key_reused", Reason = KeyedCall.ReusedSentence };
}
