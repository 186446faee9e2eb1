using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class UpdateOrderAddressConsumer(OrderChange change) : IConsumer<UpdateOrderAddress>
{
    public async Task Consume(ConsumeContext<UpdateOrderAddress> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(UpdateOrderAddress), request.OrderNumber, request.Address);
        var wish = new Wish(request.OrderNumber, "address_changed", call, request.Preview);
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (order, _, _, _) => Readdressing.Apply(order, request.Address), context.CancellationToken));
    }
}
