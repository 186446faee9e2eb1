using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Customers;

/// <summary>All ways in which one customer can pay.</summary>
internal sealed class Wallet(IReadOnlyList<PaymentMethod> methods)
{
    public PaymentMethod? Find(string methodId) => methods.FirstOrDefault(method => method.Id == methodId);

    public static async Task<Wallet> OfAsync(OrdersDbContext db, string ownerId, CancellationToken cancellationToken) =>
        new(await db.PaymentMethods.Where(x => x.OwnerId == ownerId).OrderBy(x => x.Id).ToListAsync(cancellationToken));
}
