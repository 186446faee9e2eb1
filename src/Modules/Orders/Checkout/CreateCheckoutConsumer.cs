using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Quotes a cart at the prices of this moment. A price that moved since it was shown is told and never silently charged.</summary>
internal sealed class CreateCheckoutConsumer(IServiceScopeFactory scopes, IRequestClient<GetOffers> catalog, Quoting quoting, TermsDesk terms, IOptions<PaymentOptions> payments, TimeProvider time) : IConsumer<CreateCheckout>
{
    public async Task Consume(ConsumeContext<CreateCheckout> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(CreateCheckout), request.CartId, request.Buyer?.Name, request.Buyer?.Email, request.Buyer?.Address,
            request.ShipTo, request.ShippingMethodId, request.CouponCodes);
        if (call.Fault is { } fault)
        {
            await context.RespondAsync(new CheckoutRefused { Code = "invalid_key", Reason = fault });
            return;
        }
        await context.RespondAsync(await Collisions.RetryAsync(scopes, db => QuoteAsync(db, request, call, context.CancellationToken)));
    }

    private async Task<object> QuoteAsync(OrdersDbContext db, CreateCheckout request, KeyedCall call, CancellationToken cancellationToken)
    {
        var shown = await db.Carts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.CartId && x.OwnerId == request.OwnerId, cancellationToken);
        if (shown is null)
            return new CartNotFound { CartId = request.CartId };
        var offers = await catalog.OffersAsync(shown.Lines.Select(line => line.Sku), Offers.Patience, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await call.FindOutcomeAsync(db, cancellationToken) is { } earlier)
            return earlier.For<CheckoutDetails>() ?? earlier.For<CheckoutRefused>() ?? (object)new CheckoutRefused { Code = "key_reused", Reason = KeyedCall.ReusedSentence };
        var cart = await db.Carts.SingleAsync(x => x.Id == request.CartId, cancellationToken);
        if (cart.Version != shown.Version)
            throw new DbUpdateConcurrencyException("The cart changed while Catalog was asked for its prices.");

        var now = time.GetUtcNow();
        if (cart.IsGone(now))
            return new CartNotFound { CartId = request.CartId };
        var outcome = await DecideAsync(db, cart, request, offers, now, cancellationToken);
        call.Keep(db, outcome, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<object> DecideAsync(
        OrdersDbContext db, ShoppingCart cart, CreateCheckout request, Dictionary<string, VariantOffer> offers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((BuyerRules.Refuse(request) ?? Quoting.Refuse(cart, offers, now)) is { } refusal)
            return refusal;
        if (await terms.OfAsync(db, cart, request, cancellationToken) is not { } agreed)
            return new CheckoutRefused { Code = "shipping_unavailable", Reason = "This way of delivery does not serve the address. Create the checkout without one to see those that do." };
        var quote = quoting.New(cart, request, agreed, now);
        db.Add(quote);
        return CheckoutView.Of(quote, null, payments.Value.Methods(), now);
    }
}
