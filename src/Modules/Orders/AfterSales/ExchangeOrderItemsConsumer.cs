using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class ExchangeOrderItemsConsumer(OrderChange change) : IConsumer<ExchangeOrderItems>
{
    public async Task Consume(ConsumeContext<ExchangeOrderItems> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(ExchangeOrderItems), request.OrderNumber, request.Changes, request.PaymentMethodId);
        var wish = new Wish(request.OrderNumber, "exchange_requested", call, request.Preview);
        await context.RespondAsync(await change.ApplyAsync(
            wish, [.. request.Changes.Select(change => change.NewSku)],
            (order, wallet, offers, _) => Exchanging.Apply(order, wallet, request.Changes, request.PaymentMethodId, offers),
            context.CancellationToken));
    }
}
