using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Admin;

internal sealed class ShipOrderConsumer(OrderChange change) : IConsumer<ShipOrder>
{
    public async Task Consume(ConsumeContext<ShipOrder> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(Wish.Operator, request.Key, nameof(ShipOrder), request.OrderNumber, request.Items, request.Carrier, request.TrackingNumber);
        var wish = new Wish(request.OrderNumber, "shipped", call, IsPreview: false) { IsOperators = true, Note = null };
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (order, _, _, now) => Shipping.Apply(order, request.Items, request.Carrier, request.TrackingNumber, now), context.CancellationToken));
    }
}
