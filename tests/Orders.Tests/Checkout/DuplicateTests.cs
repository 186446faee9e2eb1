using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>A whole purchase in which every message comes twice.</summary>
public class DuplicateTests
{
    [Theory]
    [BothStores(true)]
    [BothStores(false)]
    public async Task EveryMessageTwice_IsStillOneOrder(Store store, bool sameId)
    {
        await using var till = await Till.OpenAsync(store);
        till.Catalog.Answers = false;
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();
        var id = quote.CheckoutId;
        till.Catalog.Reserve(id, new Dictionary<string, int> { ["MOUSE"] = 2 });

        await TwiceAsync(new StartCheckout { CheckoutId = id, OwnerId = ann.OwnerId, Lines = quote.Lines, Totals = quote.Totals, Total = quote.Total, Currency = quote.Currency }, "AwaitingStock");
        await TwiceAsync(new StockReserved { CheckoutId = id, ExpiresAt = quote.ExpiresAt }, nameof(CheckoutStateMachine.AwaitingPayment));
        await TwiceAsync(new PaymentPageOpened { CheckoutId = id, Url = "https://pay.example/other" }, nameof(CheckoutStateMachine.AwaitingPayment));
        await TwiceAsync(new PaymentSettled { CheckoutId = id, PaymentId = (await ann.PaymentAsync(id)).Id, Amount = quote.Total, Currency = quote.Currency }, "AwaitingCommit");
        Assert.True(till.Catalog.Commit(id));
        await TwiceAsync(new StockCommitted { CheckoutId = id }, nameof(CheckoutStateMachine.Placed));
        await TwiceAsync(new StopCheckout { CheckoutId = id }, nameof(CheckoutStateMachine.Placed));

        await till.Events.OneAsync<OrderPlaced>();
        Assert.Single(till.Events.Of<PaymentRequested>());
        Assert.Empty(till.Events.Of<PaymentRefunded>());
        Assert.Equal(1, await ann.OrdersAsync());
        Assert.Equal((48, 0), till.Catalog.Stock("MOUSE"));

        async Task TwiceAsync(object message, string state)
        {
            var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
            await till.PublishAsync(message, first);
            await till.PublishAsync(message, sameId ? first : second);
            await Until.TrueAsync(async () => await till.HandledAsync(first) && (sameId || await till.HandledAsync(second)), $"{message.GetType().Name} handled");
            await ann.StandsAsync(id, state);
        }
    }

    [Theory, BothStores]
    public async Task RejectionTwiceAfterThePayment_RefundsOnceAndHoldsNothing(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = (await ann.AtThePageAsync("LAST", 1)).CheckoutId;
        till.Catalog.Answers = false;
        await ann.PressAsync(checkout, "pay");
        await ann.StandsAsync(checkout, nameof(CheckoutStateMachine.AwaitingCommit));
        var rejected = new StockRejected { CheckoutId = checkout, Reason = "expired", Shortages = [] };

        await till.PublishAsync(rejected);
        await ann.StandsAsync(checkout, nameof(CheckoutStateMachine.AwaitingLateStock));
        await till.PublishAsync(rejected);
        await ann.StandsAsync(checkout, nameof(CheckoutStateMachine.Failed));
        await till.PublishAsync(new StockReserved { CheckoutId = checkout, ExpiresAt = till.Time.GetUtcNow() });

        Assert.Equal("refunded", (await till.Events.OneAsync<CheckoutFailed>()).Code);
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("LAST") == (1, 0)), "nothing held");
        Assert.IsType<CheckoutDetails>(await ann.CancelAsync(checkout));
        Assert.Contains("given back in full", Assert.Single((await ann.LookAsync(checkout)).Messages), StringComparison.Ordinal);
    }

    [Theory]
    [BothStores("AwaitingStock")]
    [BothStores("AwaitingPaymentPage")]
    [BothStores("AwaitingPayment")]
    public async Task TimeOutTwice_EndsOnceAndIsNoError(Store store, string state)
    {
        await using var till = await Till.OpenAsync(store);
        var saga = await SagaRows.AddAsync(till, state);
        foreach (var id in (Guid[])[Guid.NewGuid(), Guid.NewGuid()])
        {
            await till.PublishAsync(new PaymentTimedOut { CheckoutId = saga.CorrelationId }, id);
            await Until.TrueAsync(async () => await till.HandledAsync(id) || await till.ParkedAsync(id), "the time-out handled");
            Assert.False(await till.ParkedAsync(id), "It ended in an error.");
        }

        Assert.Equal("payment_timeout", (await till.Events.OneAsync<CheckoutFailed>()).Code);
    }
}
