using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Customers;

public class CustomerBookTests
{
    [Theory, BothStores]
    public async Task EachYes_LeavesTheLastNameAndAddressAndKeepsTheMail(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        await CompleteAsync(ann, Shopper.Ann);
        await CompleteAsync(ann, new Buyer { Name = "Ann Moved", Address = "2 New Street\nTown" });
        await CompleteAsync(new Shopper(till, "customer-bob"), new Buyer { Name = "Bob", Address = "3 Elsewhere" });

        var book = await till.ReadAsync(db => db.Customers.AsNoTracking().OrderBy(x => x.OwnerId).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, book.Count);
        Assert.Equal(("Ann Moved", "2 New Street\nTown", "ann@example.com"), (book[0].Name, book[0].Address, book[0].Email));
        Assert.Equal(("Bob", "3 Elsewhere", null), (book[1].Name, book[1].Address, book[1].Email));
    }

    [Theory, BothStores]
    public async Task QuoteWithoutAYes_LeavesNothing(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        await new Shopper(till).QuotedAsync();

        Assert.Equal(0, await till.ReadAsync(db => db.Customers.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task CompleteAsync(Shopper shopper, Buyer buyer)
    {
        var quote = Assert.IsType<CheckoutDetails>(await shopper.QuoteAsync((await shopper.FilledCartAsync()).CartId, buyer));
        Assert.IsType<CheckoutDetails>(await shopper.CompleteAsync(quote));
    }
}
