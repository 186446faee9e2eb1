using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Payments;

/// <summary>A checkout ended without an order: its page at the provider takes no more money. Should it be paid at this very moment, the saga still orders or refunds.</summary>
internal sealed class ClosePaymentPageConsumer(OrdersDbContext db, IPaymentProvider provider) : IConsumer<CheckoutFailed>
{
    public async Task Consume(ConsumeContext<CheckoutFailed> context)
    {
        var reference = await db.Payments.Where(x => x.CheckoutId == context.Message.CheckoutId).Select(x => x.Reference).SingleOrDefaultAsync(context.CancellationToken);
        if (reference is not null)
            await provider.ClosePageAsync(reference, context.CancellationToken);
    }
}
