using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Payments;

/// <summary>A checkout ended without an order, or was paid otherwise: its page at the provider takes no more money. Should it be paid at this very moment, the saga still orders or refunds.</summary>
internal sealed class ClosePaymentPageConsumer(OrdersDbContext db, IPaymentProvider provider, IOptions<Checkout.CheckoutOptions> options) : IConsumer<CheckoutFailed>, IConsumer<OrderPlaced>
{
    public Task Consume(ConsumeContext<CheckoutFailed> context) => CloseAsync(context, context.Message.CheckoutId);

    public Task Consume(ConsumeContext<OrderPlaced> context) => CloseAsync(context, context.Message.CheckoutId);

    private async Task CloseAsync<T>(ConsumeContext<T> context, Guid checkoutId) where T : class
    {
        var reference = await db.Payments.Where(x => x.CheckoutId == checkoutId && x.Method == PayingBy.Online && x.Status != PaymentStatus.Settled && x.Status != PaymentStatus.Refunded)
            .Select(x => x.Reference).SingleOrDefaultAsync(context.CancellationToken);
        if (reference is null)
            return;
        try
        {
            await provider.ClosePageAsync(reference, context.CancellationToken);
        }
        catch (ProviderAwayException)
        {
            await context.ScheduleSend(context.ReceiveContext.InputAddress, options.Value.ProviderRetry, context.Message, context.CancellationToken);
        }
    }
}
