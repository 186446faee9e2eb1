using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>Whoever was asked never answers: the shopper is told all the same, and nothing stays held.</summary>
public class SilenceTests
{
    [Theory, BothStores]
    public async Task CatalogNeverAnswers_EndsWhenTheTimeIsOver(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Checkout:PaymentWindow", "00:00:02"));
        till.Catalog.Answers = false;
        var ann = new Shopper(till);
        var checkout = (await ann.QuotedAsync()).CheckoutId;

        await ann.CompleteAsync(await ann.LookAsync(checkout));

        Assert.Equal("payment_timeout", (await till.Events.OneAsync<CheckoutFailed>()).Code);
        Assert.Equal("canceled", (await ann.LookAsync(checkout)).Status);
    }

    [Theory, BothStores]
    public async Task CatalogAnswersAfterTheEnd_GetsItsStockBack(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Checkout:PaymentWindow", "00:00:02"));
        till.Catalog.Answers = false;
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();
        await ann.CompleteAsync(quote);
        await ann.StandsAsync(quote.CheckoutId, nameof(CheckoutStateMachine.Failed));

        till.Catalog.Reserve(quote.CheckoutId, new Dictionary<string, int> { ["MOUSE"] = 2 });
        await till.PublishAsync(new StockReserved { CheckoutId = quote.CheckoutId, ExpiresAt = quote.ExpiresAt });

        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (50, 0)), "the stock back");
        Assert.Single(till.Events.Of<CheckoutFailed>());
    }

    [Theory, BothStores]
    public async Task PageNeverOpens_EndsAndGivesTheStockBack(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Checkout:ProviderPatience", "00:00:02"), ("Checkout:ProviderRetry", "00:00:00.300"));
        till.Provider = new DeadProvider();
        await till.RestartAsync();
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();

        await ann.CompleteAsync(quote);

        Assert.Equal("provider_away", (await till.Events.OneAsync<CheckoutFailed>()).Code);
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (50, 0)), "the stock back");
        Assert.Empty(till.Events.Of<PaymentRequested>());
    }
}
