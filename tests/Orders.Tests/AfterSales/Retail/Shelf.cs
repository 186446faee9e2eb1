using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.AfterSales.Retail;

/// <summary>The imported shop, put back as it was between two tasks.</summary>
internal sealed class Shelf(Till till, List<Customer> customers, List<PaymentMethod> methods, List<Order> orders)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Shelf> ImportAsync(Till till, string file)
    {
        await using var said = new StringWriter();
        Assert.True(await till.Services.ImportCustomersAsync(file, "USD", said, Token), said.ToString());
        return await till.ReadAsync(async db => new Shelf(
            till, await db.Customers.AsNoTracking().ToListAsync(Token), await db.PaymentMethods.AsNoTracking().ToListAsync(Token), await db.Orders.AsNoTracking().ToListAsync(Token)));
    }

    /// <summary>Only what a task changed is written anew.</summary>
    public Task ResetAsync() => till.ReadAsync(async db =>
    {
        var changed = await db.Orders.Where(x => x.Version > 0).IgnoreAutoIncludes().Select(x => x.Number).ToListAsync(Token);
        var moved = await db.Customers.Where(x => x.Version > 0).Select(x => x.OwnerId).ToListAsync(Token);
        var used = (await db.PaymentMethods.AsNoTracking().Where(x => x.Version > 0).ToListAsync(Token)).Select(x => (x.OwnerId, x.Id)).ToHashSet();
        await db.Orders.Where(x => x.Version > 0).ExecuteDeleteAsync(Token);
        await db.Customers.Where(x => x.Version > 0).ExecuteDeleteAsync(Token);
        await db.PaymentMethods.Where(x => x.Version > 0).ExecuteDeleteAsync(Token);
        db.AddRange(orders.Where(x => changed.Contains(x.Number)));
        db.AddRange(customers.Where(x => moved.Contains(x.OwnerId)));
        db.AddRange(methods.Where(x => used.Contains((x.OwnerId, x.Id))));
        return await db.SaveChangesAsync(Token);
    });
}
