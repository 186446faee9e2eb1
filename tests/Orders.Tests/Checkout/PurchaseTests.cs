using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

public class PurchaseTests
{
    [Theory, BothStores]
    public async Task ConfirmedAndPaid_BecomesOneOrderAndTakesTheStockOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync("MOUSE", 2);
        Assert.Equal("requires_escalation", checkout.Status);
        Assert.Equal((50, 2), till.Catalog.Stock("MOUSE"));

        (await ann.PressAsync(checkout.CheckoutId, "pay")).EnsureSuccessStatusCode();
        var placed = await till.Events.OneAsync<OrderPlaced>();

        Assert.Equal(4900, placed.Total);
        Assert.Equal((48, 0), till.Catalog.Stock("MOUSE"));
        var after = await ann.LookAsync(checkout.CheckoutId);
        Assert.Equal(("completed", placed.OrderNumber), (after.Status, after.OrderNumber));
        var order = Assert.IsType<OrderDetails>(await till.AskAsync<GetOrder, OrderDetails, OrderNotFound, OrdersFound>(new GetOrder { OrderNumber = placed.OrderNumber, OwnerId = ann.OwnerId }));
        Assert.Equal(Shopper.Ann, order.Buyer);
    }

    [Theory, BothStores]
    public async Task CompletedTwiceAtOnce_StartsOneSaga(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.QuotedAsync();

        var answers = await Task.WhenAll(ann.CompleteAsync(checkout, "same"), ann.CompleteAsync(checkout, "same"), ann.CompleteAsync(checkout, "other"));

        Assert.All(answers, answer => Assert.IsType<CheckoutDetails>(answer));
        await till.Events.OneAsync<PaymentRequested>();
        await ann.StandsAsync(checkout.CheckoutId, nameof(CheckoutStateMachine.AwaitingPayment));
        Assert.Equal((50, 2), till.Catalog.Stock("MOUSE"));
    }

    [Theory, BothStores]
    public async Task PaidTwiceAtOnce_SettlesOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();

        var pages = await Task.WhenAll(ann.PressAsync(checkout.CheckoutId, "pay"), ann.PressAsync(checkout.CheckoutId, "pay"));

        Assert.All(pages, page => Assert.True(page.IsSuccessStatusCode));
        await till.Events.OneAsync<OrderPlaced>();
        Assert.Single(till.Events.Of<PaymentSettled>());
        Assert.Equal(1, await ann.OrdersAsync());
    }

    [Theory, BothStores]
    public async Task Declined_IsToldAndTheSamePageStillTakesThePayment(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();

        await ann.PressAsync(checkout.CheckoutId, "decline");
        var declined = await till.Events.OneAsync<PaymentDeclined>();
        Assert.Equal((1, checkout.ContinueUrl), (declined.Attempt, declined.Url));
        await ann.PressAsync(checkout.CheckoutId, "pay");

        await till.Events.OneAsync<OrderPlaced>();
    }

    [Theory, BothStores]
    public async Task StockGoneBetweenQuoteAndYes_EndsWithoutAPageAndNamesTheItem(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (ann, bob) = (new Shopper(till), new Shopper(till, "customer-bob"));
        var checkout = await ann.QuotedAsync("LAST", 1);
        await bob.AtThePageAsync("LAST", 1);

        await ann.CompleteAsync(checkout);

        var failed = await till.Events.OneAsync<CheckoutFailed>();
        Assert.Equal(("out_of_stock", "Last One"), (failed.Code, Assert.Single(failed.ShortTitles)));
        Assert.Equal("canceled", (await ann.LookAsync(checkout.CheckoutId)).Status);
        Assert.Equal((1, 1), till.Catalog.Stock("LAST"));
    }
}
