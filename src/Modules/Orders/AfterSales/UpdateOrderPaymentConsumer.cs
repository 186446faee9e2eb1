using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class UpdateOrderPaymentConsumer(OrderChange change) : IConsumer<UpdateOrderPayment>
{
    public async Task Consume(ConsumeContext<UpdateOrderPayment> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(UpdateOrderPayment), request.OrderNumber, request.PaymentMethodId);
        var wish = new Wish(request.OrderNumber, "payment_changed", call, request.Preview);
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (order, wallet, _, now) => Repaying.Apply(order, wallet, request.PaymentMethodId, now), context.CancellationToken));
    }
}
