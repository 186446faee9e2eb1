using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Customers;

internal sealed class FindCustomerConsumer(OrdersDbContext db) : IConsumer<FindCustomer>
{
    public async Task Consume(ConsumeContext<FindCustomer> context)
    {
        var found = await FindAsync(context.Message, context.CancellationToken);
        if (found is [var ownerId])
            await context.RespondAsync(new CustomerFound { OwnerId = ownerId });
        else
            await context.RespondAsync(new CustomerNotFound());
    }

    /// <returns>At most two: more than one is as good as none.</returns>
    private async Task<List<string>> FindAsync(FindCustomer request, CancellationToken cancellationToken)
    {
        var (email, name, postal) = (Customer.Key(request.Email), Customer.Key($"{request.FirstName} {request.LastName}"), Customer.Key(request.PostalCode));
        if (email is null && (name is null || postal is null))
            return [];
        return await db.Customers
            .Where(x => (email == null || x.EmailKey == email) && (name == null || x.NameKey == name) && (postal == null || x.PostalKey == postal))
            .OrderBy(x => x.OwnerId).Select(x => x.OwnerId).Take(2).ToListAsync(cancellationToken);
    }
}
