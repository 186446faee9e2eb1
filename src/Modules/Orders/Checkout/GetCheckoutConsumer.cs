using EcommerceBot.Orders.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Orders.Checkout;

internal sealed class GetCheckoutConsumer(CheckoutQuery checkouts) : IConsumer<GetCheckout>
{
    public async Task Consume(ConsumeContext<GetCheckout> context)
    {
        var quote = await checkouts.QuoteAsync(context.Message.CheckoutId, context.Message.OwnerId, context.CancellationToken);
        if (quote is null)
            await context.RespondAsync(new CheckoutNotFound { CheckoutId = context.Message.CheckoutId });
        else
            await context.RespondAsync(await checkouts.DetailsAsync(quote, context.CancellationToken));
    }
}
