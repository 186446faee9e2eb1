using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.AfterSales;

public class ListOrdersTests
{
    [Theory, BothStores]
    public async Task OwnersOrders_ComeNewestFirstAndOnlyToTheOwner(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (ann, bob) = (new Shopper(till), new Shopper(till, "customer-bob"));
        List<Guid> bought = [];
        foreach (var sku in (string[])["SOCK", "MOUSE", "LAMP"])
        {
            var checkout = (await ann.AtThePageAsync(sku, 1)).CheckoutId;
            await ann.PressAsync(checkout, "pay");
            await ann.StandsAsync(checkout, "Placed");
            till.Time.Advance(TimeSpan.FromMinutes(1));
            bought.Insert(0, checkout);
        }

        Assert.Equal(bought, (await ListAsync(ann)).Select(order => order.CheckoutId));
        Assert.Equal(bought[..2], (await ListAsync(ann, 2)).Select(order => order.CheckoutId));
        Assert.Single(await ListAsync(ann, -1));
        Assert.Empty(await ListAsync(bob));
    }

    [Theory, BothStores]
    public async Task OrderOfSomebodyElse_IsNotFoundLikeOneThatNeverWas(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (ann, bob) = (new Shopper(till), new Shopper(till, "customer-bob"));
        var checkout = (await ann.AtThePageAsync()).CheckoutId;
        await ann.PressAsync(checkout, "pay");
        await ann.StandsAsync(checkout, "Placed");
        var number = (await ann.LookAsync(checkout)).OrderNumber!;

        Assert.Equal(new OrderNotFound { OrderNumber = number }, await FindAsync(bob, number));
        Assert.Equal(new OrderNotFound { OrderNumber = "EB-2222-2222" }, await FindAsync(bob, "EB-2222-2222"));
        var found = Assert.IsType<OrderDetails>(await FindAsync(ann, number.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal((number, "placed", 4900), (found.OrderNumber, found.Status, found.Total));

        Task<object> FindAsync(Shopper shopper, string typed) => till.AskAsync<GetOrder, OrderDetails, OrderNotFound, OrdersFound>(new GetOrder { OrderNumber = typed, OwnerId = shopper.OwnerId });
    }

    private static async Task<IReadOnlyList<OrderDetails>> ListAsync(Shopper shopper, int limit = 10) =>
        (await shopper.OrdersFoundAsync(limit)).Orders;
}
