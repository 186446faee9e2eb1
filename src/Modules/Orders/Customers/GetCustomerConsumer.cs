using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Customers;

internal sealed class GetCustomerConsumer(OrdersDbContext db) : IConsumer<GetCustomer>
{
    public async Task Consume(ConsumeContext<GetCustomer> context)
    {
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(x => x.OwnerId == context.Message.OwnerId, context.CancellationToken);
        if (customer is null)
            await context.RespondAsync(new CustomerNotFound());
        else
            await context.RespondAsync(await customer.DetailsAsync(db, context.CancellationToken));
    }
}
