using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class UpdateOrderItemsConsumer(OrderChange change) : IConsumer<UpdateOrderItems>
{
    public async Task Consume(ConsumeContext<UpdateOrderItems> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(UpdateOrderItems), request.OrderNumber, request.Changes, request.PaymentMethodId);
        var wish = new Wish(request.OrderNumber, "items_changed", call, request.Preview);
        await context.RespondAsync(await change.ApplyAsync(
            wish, [.. request.Changes.Select(change => change.NewSku)],
            (order, wallet, offers, now) => ChangingItems.Apply(order, wallet, request.Changes, request.PaymentMethodId, offers, now),
            context.CancellationToken));
    }
}
