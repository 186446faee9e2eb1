using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Admin;

internal sealed class DeliverOrderConsumer(OrderChange change) : IConsumer<DeliverOrder>
{
    public async Task Consume(ConsumeContext<DeliverOrder> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(Wish.Operator, request.Key, nameof(DeliverOrder), request.OrderNumber, nameof(DeliverOrder));
        var wish = new Wish(request.OrderNumber, "delivered", call, IsPreview: false) { IsOperators = true, Note = null };
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (order, _, _, now) => Delivering.Apply(order, now), context.CancellationToken));
    }
}
