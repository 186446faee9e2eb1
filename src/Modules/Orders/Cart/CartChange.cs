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
    private static readonly RequestTimeout CatalogTimeout = RequestTimeout.After(s: 4);

    /// <param name="cartId">The cart.</param>
    /// <param name="call">Whose call this is and under which key.</param>
    /// <param name="skus">What will be wanted.</param>
    /// <param name="wishes">From the lines as they stand to the quantities wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="CartContents"/>, <see cref="CartRefused"/> or <see cref="CartNotFound"/>.</returns>
    public async Task<object> ApplyAsync(
        string cartId, KeyedCall call, IReadOnlyList<string> skus, Func<IReadOnlyList<StoredLine>, IReadOnlyList<WantedLine>> wishes, CancellationToken cancellationToken)
    {
        if (call.Fault is { } fault)
            return new CartRefused { Code = "invalid_key", Reason = fault };
        var offers = await OffersAsync(skus, cancellationToken);
        return await Collisions.RetryAsync(scopes, db => ApplyAsync(db, cartId, call, offers, wishes, cancellationToken));
    }

    private async Task<object> ApplyAsync(
        OrdersDbContext db, string cartId, KeyedCall call, Dictionary<string, VariantOffer> offers,
        Func<IReadOnlyList<StoredLine>, IReadOnlyList<WantedLine>> wishes, CancellationToken cancellationToken)
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

        var (lines, currency, refusal) = CartRules.Apply(cart.Lines, cart.Currency, wishes(cart.Lines), offers);
        if (refusal is null)
            cart.Replace(lines, currency, now);
        object outcome = refusal is null ? cart.ToContract() : refusal;
        call.Keep(db, outcome, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<Dictionary<string, VariantOffer>> OffersAsync(IReadOnlyList<string> skus, CancellationToken cancellationToken)
    {
        if (skus.Count == 0)
            return [];
        var found = await catalog.GetResponse<OffersFound>(new GetOffers { Skus = skus }, cancellationToken, CatalogTimeout);
        return found.Message.Offers.ToDictionary(offer => offer.Sku);
    }

    private static CartRefused KeyReused() => new() { Code = "key_reused", Reason = KeyedCall.ReusedSentence };
}
