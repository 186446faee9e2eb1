using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Orders.Promotions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Takes the shopper's yes. A second yes to the same checkout gets the same checkout; the cart is closed with the first.</summary>
internal sealed class CompleteCheckoutConsumer(OrdersDbContext db, CheckoutQuery checkouts, CustomerBook customers, IOptions<PaymentOptions> payments, TimeProvider time) : IConsumer<CompleteCheckout>
{
    public async Task Consume(ConsumeContext<CompleteCheckout> context)
    {
        var request = context.Message;
        var quote = await checkouts.QuoteAsync(request.CheckoutId, request.OwnerId, context.CancellationToken);
        if (quote is null)
        {
            await context.RespondAsync(new CheckoutNotFound { CheckoutId = request.CheckoutId });
            return;
        }
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(CompleteCheckout), request.CheckoutId, request.Confirmation, request.PaymentMethod);
        if (await RefuseAsync(call, context.CancellationToken) is { } unusable)
        {
            await context.RespondAsync(unusable);
            return;
        }
        var cart = await db.Carts.SingleAsync(x => x.Id == quote.CartId, context.CancellationToken);
        // Another yes may have come between the two looks: then the quote of a moment ago says nothing about this cart.
        if (cart.ClosedAt is not null && quote.CompletedAt is null)
            await db.Entry(quote).ReloadAsync(context.CancellationToken);
        if (Refuse(quote, cart, request) is { } refusal)
        {
            await context.RespondAsync(refusal);
            return;
        }
        var first = quote.CompletedAt is null;
        if (first && await CouponDesk.ReserveAsync(db, quote, time.GetUtcNow(), context.CancellationToken) is { } gone)
        {
            await context.RespondAsync(Refused("coupon_unavailable", $"The code {gone.Code} can no longer be had. {gone.Reason} Create the checkout again to see the price without it."));
            return;
        }
        if (first)
            await StartAsync(context, quote, cart, request.PaymentMethod);
        var details = await checkouts.DetailsAsync(quote, context.CancellationToken);
        if (first)
            call.Keep(db, details, time.GetUtcNow());
        await context.RespondAsync(details);
    }

    private async Task StartAsync(ConsumeContext<CompleteCheckout> context, Quote quote, ShoppingCart cart, string method)
    {
        var now = time.GetUtcNow();
        quote.CompletedAt = now;
        quote.Version++;
        cart.ClosedAt = now;
        cart.Version++;
        await customers.RememberAsync(quote, now, context.CancellationToken);
        await context.Publish(new StartCheckout
        {
            CheckoutId = quote.CheckoutId,
            OwnerId = quote.OwnerId,
            Lines = [.. quote.Lines.Select(line => line.ToContract())],
            Totals = quote.Rows(),
            Total = quote.Total,
            Currency = quote.Currency,
            PaymentMethod = method,
        });
    }

    private async Task<CheckoutRefused?> RefuseAsync(KeyedCall call, CancellationToken cancellationToken)
    {
        if (call.Fault is { } fault)
            return Refused("invalid_key", fault);
        var earlier = await call.FindOutcomeAsync(db, cancellationToken);
        return earlier is { WasForSomethingElse: true } ? Refused("key_reused", KeyedCall.ReusedSentence) : null;
    }

    private CheckoutRefused? Refuse(Quote quote, ShoppingCart cart, CompleteCheckout request)
    {
        if (!Confirmation.Matches(quote, request.Confirmation))
            return Refused("confirmation_mismatch", "This confirmation is not the one of the checkout as it stands. Show the checkout again and ask the buyer once more.");
        if (quote.CanceledAt is not null)
            return Refused("canceled", "This checkout was canceled. Create a new one.");
        if (quote.CompletedAt is not null)
            return null;
        if (quote.ExpiresAt <= time.GetUtcNow())
            return Refused("expired", "This quote has expired. Create a new checkout to see the present prices.");
        if (cart.Version != quote.CartVersion || cart.ClosedAt is not null)
            return Refused("confirmation_mismatch", "The cart has changed since this checkout was shown. Create a new checkout and ask the buyer once more.");
        if (payments.Value.RefuseMethod(request.PaymentMethod) is { } unpayable)
            return Refused("payment_method_unavailable", unpayable);
        var missing = quote.Missing();
        return missing.Count == 0 ? null : Refused("missing_buyer", $"{string.Join(" ", missing)} Create the checkout again with it.");
    }

    private static CheckoutRefused Refused(string code, string reason) => new() { Code = code, Reason = reason };
}
