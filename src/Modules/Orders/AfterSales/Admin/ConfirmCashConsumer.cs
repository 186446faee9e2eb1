using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.AfterSales.Admin;

internal sealed class ConfirmCashConsumer(OrderChange change) : IConsumer<ConfirmCash>
{
    public async Task Consume(ConsumeContext<ConfirmCash> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(Wish.Operator, request.Key, nameof(ConfirmCash), request.OrderNumber);
        var wish = new Wish(request.OrderNumber, "paid", call, IsPreview: false) { IsOperators = true };
        await context.RespondAsync(await change.ApplyAsync(wish, [], (order, _, _, now) => Apply(order, now), context.CancellationToken));
    }

    private static OrderRefused? Apply(Order order, DateTimeOffset now)
    {
        if (!order.IsCashDue)
            return Refusals.Because("nothing_due", "Nothing is due for this order.");
        order.IsCashDue = false;
        if (order.Total > 0)
            order.Enter(LedgerEntry.PaymentKind, order.PaymentId, order.Total, now, now);
        return null;
    }
}
