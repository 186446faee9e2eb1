using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>The provider has taken a refund of an order: its entry has moved.</summary>
internal sealed class SettleRefundConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<PaymentRefunded>
{
    public async Task Consume(ConsumeContext<PaymentRefunded> context)
    {
        if (context.Message.RefundId is not { } refundId)
            return;
        var order = await db.Orders.SingleOrDefaultAsync(x => x.CheckoutId == context.Message.CheckoutId, context.CancellationToken);
        var entry = order?.Ledger.SingleOrDefault(entry => $"{entry.OrderNumber}-{entry.Sequence}" == refundId);
        if (order is null || entry is not { SettledAt: null })
            return;
        entry.SettledAt = time.GetUtcNow();
        order.Version++;
    }
}
