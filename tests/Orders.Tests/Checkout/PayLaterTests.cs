using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>The payment provider is down when a shopper has said yes: the order is kept, and the link comes when it is back.</summary>
public class PayLaterTests
{
    private static readonly (string, string) Often = ("Checkout:ProviderRetry", "00:00:00.200");

    [Theory, BothStores]
    public async Task ProviderComesBack_LinkIsToldAndTheOrderPaid(Store store)
    {
        await using var till = await Till.OpenAsync(store, Often);
        var provider = new DeadProvider();
        till.Provider = provider;
        await till.RestartAsync();
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();

        await ann.CompleteAsync(quote);
        await till.Events.OneAsync<PaymentDelayed>();
        await Until.TrueAsync(() => Task.FromResult(provider.Asked >= 3), "the provider asked again and again");
        Assert.Equal("complete_in_progress", (await ann.LookAsync(quote.CheckoutId)).Status);
        Assert.Equal((50, 2), till.Catalog.Stock("MOUSE"));
        Assert.Empty(till.Events.Of<PaymentRequested>());
        provider.IsBack = true;

        var asked = await till.Events.OneAsync<PaymentRequested>();
        Assert.Single(till.Events.Of<PaymentDelayed>());
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Extended.GetValueOrDefault(quote.CheckoutId) > asked.ExpiresAt), "the stock held longer than the page");
        using var page = await ann.PressAsync(quote.CheckoutId, "pay");
        await ann.StandsAsync(quote.CheckoutId, "Placed");
        Assert.Equal(1, await ann.OrdersAsync());
        Assert.Equal((48, 0), till.Catalog.Stock("MOUSE"));
    }

    [Theory, BothStores]
    public async Task WaitIsCanceled_NothingIsHeldAndNoPageOpensAfterwards(Store store)
    {
        await using var till = await Till.OpenAsync(store, Often);
        var provider = new DeadProvider();
        till.Provider = provider;
        await till.RestartAsync();
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();
        await ann.CompleteAsync(quote);
        await till.Events.OneAsync<PaymentDelayed>();

        await ann.CancelAsync(quote.CheckoutId);
        provider.IsBack = true;

        await ann.StandsAsync(quote.CheckoutId, "Failed");
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (50, 0)), "the stock back");
        Assert.Equal("canceled", (await till.Events.OneAsync<CheckoutFailed>()).Code);
        Assert.Empty(till.Events.Of<PaymentRequested>());
    }

    [Theory, BothStores]
    public async Task ShopperTakesATransferMeanwhile_IsServedWithoutTheProvider(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Checkout:ProviderRetry", "01:00:00"), ("Payments:BankAccount", "IBAN DE00 0000, Shop"));
        till.Provider = new DeadProvider();
        await till.RestartAsync();
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();
        await ann.CompleteAsync(quote);
        await ann.StandsAsync(quote.CheckoutId, "AwaitingProvider");

        Assert.IsType<CheckoutDetails>(await ann.AskCheckoutAsync(
            new ChoosePaymentMethod { CheckoutId = quote.CheckoutId, OwnerId = ann.OwnerId, PaymentMethod = "bank_transfer", Key = "otherwise" }));

        var asked = await till.Events.OneAsync<PaymentRequested>();
        Assert.Contains("/pay/transfer/", asked.Url, StringComparison.Ordinal);
        Assert.True(asked.ExpiresAt > till.Time.GetUtcNow().AddDays(2));
    }
}
