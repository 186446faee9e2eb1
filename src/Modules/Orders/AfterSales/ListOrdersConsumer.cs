using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class ListOrdersConsumer(OrdersDbContext db) : IConsumer<ListOrders>
{
    public async Task Consume(ConsumeContext<ListOrders> context)
    {
        var orders = await db.Orders.AsNoTracking().Where(x => x.OwnerId == context.Message.OwnerId)
            .OrderByDescending(x => x.PlacedAt).Take(Math.Clamp(context.Message.Limit, 1, 50)).ToListAsync(context.CancellationToken);
        await context.RespondAsync(new OrdersFound { Orders = [.. orders.Select(order => order.ToContract())] });
    }
}
