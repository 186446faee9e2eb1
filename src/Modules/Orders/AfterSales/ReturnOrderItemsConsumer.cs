using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class ReturnOrderItemsConsumer(OrderChange change) : IConsumer<ReturnOrderItems>
{
    public async Task Consume(ConsumeContext<ReturnOrderItems> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(ReturnOrderItems), request.OrderNumber, request.Items, request.PaymentMethodId);
        var wish = new Wish(request.OrderNumber, "return_requested", call, request.Preview);
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (order, wallet, _, _) => Returning.Apply(order, wallet, request.Items, request.PaymentMethodId), context.CancellationToken));
    }
}
