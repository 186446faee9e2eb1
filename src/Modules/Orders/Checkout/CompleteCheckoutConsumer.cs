using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Takes the shopper's yes. A second yes to the same checkout gets the same checkout; the cart is closed with the first.</summary>
internal sealed class CompleteCheckoutConsumer(OrdersDbContext db, CheckoutQuery checkouts, CustomerBook customers, TimeProvider time) : IConsumer<CompleteCheckout>
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
        var cart = await db.Carts.SingleAsync(x => x.Id == quote.CartId, context.CancellationToken);
        if (Refuse(quote, cart, request) is { } refusal)
        {
            await context.RespondAsync(refusal);
            return;
        }
        if (quote.CompletedAt is null)
            await StartAsync(context, quote, cart);
        await context.RespondAsync(await checkouts.DetailsAsync(quote, context.CancellationToken));
    }

    private async Task StartAsync(ConsumeContext<CompleteCheckout> context, Quote quote, ShoppingCart cart)
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
            Totals = CartTotals.Rows(quote.Lines),
            Total = quote.Total,
            Currency = quote.Currency,
        });
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
        var missing = quote.Missing();
        return missing.Count == 0 ? null : Refused("missing_buyer", $"{string.Join(" ", missing)} Create the checkout again with it.");
    }

    private static CheckoutRefused Refused(string code, string reason) => new() { Code = code, Reason = reason };
}
