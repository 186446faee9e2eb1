using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Customers;

/// <summary>One answer from the profile, the payment methods and the orders.</summary>
internal static class CustomerView
{
    private const int MostOrders = 100;

    public static async Task<CustomerDetails> DetailsAsync(this Customer customer, OrdersDbContext db, CancellationToken cancellationToken)
    {
        var methods = await db.PaymentMethods.AsNoTracking().Where(x => x.OwnerId == customer.OwnerId).OrderBy(x => x.Id).ToListAsync(cancellationToken);
        return new CustomerDetails
        {
            OwnerId = customer.OwnerId,
            Name = customer.Name,
            Email = customer.Email,
            Address = customer.PostalAddress,
            AddressText = customer.Address,
            PaymentMethods = [.. methods.Select(method => method.ToContract())],
            OrderNumbers = await db.Orders.Where(x => x.OwnerId == customer.OwnerId).OrderByDescending(x => x.PlacedAt).ThenBy(x => x.Number)
                .Select(x => x.Number).Take(MostOrders).ToListAsync(cancellationToken),
        };
    }
}
