using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Ends an unpaid checkout. Its payment page closes in the same transaction, so that cancelling and paying at once have one winner, which both sides are told.</summary>
internal sealed class CancelCheckoutConsumer(OrdersDbContext db, CheckoutQuery checkouts, TimeProvider time) : IConsumer<CancelCheckout>
{
    public async Task Consume(ConsumeContext<CancelCheckout> context)
    {
        var quote = await checkouts.QuoteAsync(context.Message.CheckoutId, context.Message.OwnerId, context.CancellationToken);
        if (quote is null)
        {
            await context.RespondAsync(new CheckoutNotFound { CheckoutId = context.Message.CheckoutId });
            return;
        }
        var payment = await db.Payments.SingleOrDefaultAsync(x => x.CheckoutId == quote.CheckoutId, context.CancellationToken);
        if (payment?.Status is PaymentStatus.Settled)
        {
            await context.RespondAsync(new CheckoutRefused { Code = "already_paid", Reason = "This checkout is paid already. Ask for help with the order instead." });
            return;
        }
        if (quote.CanceledAt is null)
        {
            quote.CanceledAt = time.GetUtcNow();
            quote.Version++;
            payment?.Close();
            if (quote.CompletedAt is not null)
                await context.Publish(new StopCheckout { CheckoutId = quote.CheckoutId });
        }
        await context.RespondAsync(await checkouts.DetailsAsync(quote, context.CancellationToken));
    }
}
