using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class CancelOrderConsumer(OrderChange change) : IConsumer<CancelOrder>
{
    public async Task Consume(ConsumeContext<CancelOrder> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(CancelOrder), request.OrderNumber, request.Reason);
        var wish = new Wish(request.OrderNumber, "cancelled", call, request.Preview);
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (order, wallet, _, now) => Cancelling.Apply(order, wallet, request.Reason, now), context.CancellationToken));
    }
}
