using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Admin;

internal sealed class CompleteExchangeConsumer(OrderChange change) : IConsumer<CompleteExchange>
{
    public async Task Consume(ConsumeContext<CompleteExchange> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(Wish.Operator, request.Key, nameof(CompleteExchange), request.OrderNumber);
        var wish = new Wish(request.OrderNumber, "exchanged", call, IsPreview: false) { IsOperators = true };
        await context.RespondAsync(await change.ApplyAsync(wish, [], (order, wallet, _, now) => Swapping.Apply(order, wallet, now), context.CancellationToken));
    }
}
