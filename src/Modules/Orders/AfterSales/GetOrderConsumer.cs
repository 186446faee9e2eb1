using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.AfterSales;

internal sealed class GetOrderConsumer(OrdersDbContext db) : IConsumer<GetOrder>
{
    public async Task Consume(ConsumeContext<GetOrder> context)
    {
        var (numbers, ownerId) = (OrderNumber.Candidates(context.Message.OrderNumber), context.Message.OwnerId);
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(x => numbers.Contains(x.Number) && x.OwnerId == ownerId, context.CancellationToken);
        if (order is null)
            await context.RespondAsync(new OrderNotFound { OrderNumber = context.Message.OrderNumber });
        else
            await context.RespondAsync(order.ToContract());
    }
}
