using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Persistence;

namespace EcommerceBot.Orders.Customers;

/// <summary>Keeps the last name and address of each owner; saved by the caller's transaction.</summary>
internal sealed class CustomerBook(OrdersDbContext db)
{
    public async Task RememberAsync(Quote quote, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.FindAsync([quote.OwnerId], cancellationToken);
        if (customer is null)
            db.Add(customer = new Customer { OwnerId = quote.OwnerId });
        customer.Rename(quote.BuyerName, quote.BuyerEmail ?? customer.Email);
        customer.LivesAt(quote.BuyerAddress);
        customer.UpdatedAt = now;
        customer.Version++;
    }
}
