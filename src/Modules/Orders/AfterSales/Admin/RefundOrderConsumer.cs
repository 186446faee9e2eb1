using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Admin;

internal sealed class RefundOrderConsumer(OrderChange change) : IConsumer<RefundOrder>
{
    public async Task Consume(ConsumeContext<RefundOrder> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(Wish.Operator, request.Key, nameof(RefundOrder), request.OrderNumber, request.Amount, request.PaymentMethodId);
        var wish = new Wish(request.OrderNumber, "refunded", call, IsPreview: false) { IsOperators = true, Note = request.Reason };
        await context.RespondAsync(await change.ApplyAsync(
            wish, [], (order, wallet, _, now) => Refunding.Apply(order, wallet, request.Amount, request.PaymentMethodId, now), context.CancellationToken));
    }
}
