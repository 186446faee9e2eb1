using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>Another process takes over on the same files, between any two steps and in the middle of what follows them.</summary>
public class RestartTests
{
    [Theory, BothStores]
    public async Task RestartedAfterEachStep_IsStillOneOrder(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync();
        await till.RestartAsync();
        var quote = Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(cart.CartId));
        await till.RestartAsync();
        await ann.CompleteAsync(quote, "yes");
        await till.RestartAsync();
        Assert.IsType<CheckoutDetails>(await ann.CompleteAsync(quote, "yes"));
        await till.RestartAsync();
        await ann.StandsAsync(quote.CheckoutId, nameof(CheckoutStateMachine.AwaitingPayment));
        await till.RestartAsync();
        await ann.PressAsync(quote.CheckoutId, "decline");
        await till.RestartAsync();
        (await ann.PressAsync(quote.CheckoutId, "pay")).EnsureSuccessStatusCode();
        await till.RestartAsync();
        await ann.StandsAsync(quote.CheckoutId, nameof(CheckoutStateMachine.Placed));
        await till.RestartAsync();

        Assert.Equal(1, await ann.OrdersAsync());
        Assert.Equal("completed", (await ann.LookAsync(quote.CheckoutId)).Status);
        Assert.Equal((48, 0), till.Catalog.Stock("MOUSE"));
    }

    [Theory, BothStores]
    public async Task RestartedWhileThePageIsOpen_StillEndsItInTime(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Checkout:PaymentWindow", "00:00:04"));
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();
        await ann.CompleteAsync(quote);
        await ann.StandsAsync(quote.CheckoutId, nameof(CheckoutStateMachine.AwaitingPayment), nameof(CheckoutStateMachine.Failed));

        await till.RestartAsync();

        await ann.StandsAsync(quote.CheckoutId, nameof(CheckoutStateMachine.Failed));
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (50, 0)), "the stock back");
    }
}
