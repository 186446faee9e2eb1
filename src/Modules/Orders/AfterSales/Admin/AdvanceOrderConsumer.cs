using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Admin;

internal sealed class AdvanceOrderConsumer(OrderChange change) : IConsumer<AdvanceOrder>
{
    public async Task Consume(ConsumeContext<AdvanceOrder> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(Wish.Operator, request.Key, nameof(AdvanceOrder), request.OrderNumber, request.Status);
        var wish = new Wish(request.OrderNumber, request.Status, call, IsPreview: false) { IsOperators = true };
        await context.RespondAsync(await change.ApplyAsync(wish, [], (order, _, _, _) => Apply(order, request.Status), context.CancellationToken));
    }

    private static OrderRefused? Apply(Order order, string status)
    {
        var from = status switch { OrderStatus.Processing => OrderStatus.Placed, OrderStatus.Completed => OrderStatus.Delivered, _ => null };
        if (from is null)
            return Refusals.Because("invalid_status", $"An order becomes {OrderStatus.Processing} or {OrderStatus.Completed} here.");
        if (order.Status != from)
            return Refusals.Because("not_pending", $"Only an order that is {from} becomes {status}, and this one is {order.Status}.");
        if (status == OrderStatus.Completed && order.IsCashDue)
            return Refusals.Because("not_paid", "This order is to be paid on delivery, and nobody has said yet that it was.");
        order.Status = status;
        return null;
    }
}
