using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>The page's time and the payment, in both orders: an order, a refund, or nothing charged.</summary>
public class LatePaymentTests
{
    [Theory, BothStores]
    public async Task NobodyPays_EndsWhenThePageCloses(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Checkout:PaymentWindow", "00:00:02"));
        var ann = new Shopper(till);
        var checkout = await ann.QuotedAsync();
        await ann.CompleteAsync(checkout);

        Assert.Equal("payment_timeout", (await till.Events.OneAsync<CheckoutFailed>()).Code);

        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (50, 0)), "the stock back");
        Assert.Equal(System.Net.HttpStatusCode.Gone, (await ann.PressAsync(checkout.CheckoutId, "pay")).StatusCode);
        Assert.Equal("canceled", (await ann.LookAsync(checkout.CheckoutId)).Status);
        Assert.Equal(PaymentStatus.Open, (await ann.PaymentAsync(checkout.CheckoutId)).Status);
        Assert.Empty(till.Events.Of<PaymentSettled>());
    }

    [Theory, BothStores]
    public async Task PaidLate_StockStillThere_IsOrdered(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await TimedOutAsync(till, ann, "LAST");

        await till.PublishAsync(new PaymentSettled { CheckoutId = checkout, PaymentId = (await ann.PaymentAsync(checkout)).Id, Amount = 9900, Currency = "EUR" });

        await till.Events.OneAsync<OrderPlaced>();
        Assert.Equal((0, 0), till.Catalog.Stock("LAST"));
        Assert.Equal("completed", (await ann.LookAsync(checkout)).Status);
    }

    [Theory, BothStores]
    public async Task PaidLate_StockGone_IsRefunded(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await TimedOutAsync(till, ann, "LAST");
        await new Shopper(till, "customer-bob").AtThePageAsync("LAST", 1);

        await till.PublishAsync(new PaymentSettled { CheckoutId = checkout, PaymentId = (await ann.PaymentAsync(checkout)).Id, Amount = 9900, Currency = "EUR" });

        await Until.TrueAsync(() => Task.FromResult(till.Events.Of<CheckoutFailed>().Any(x => x.Code == "refunded")), "the refund told");
        Assert.Equal(9900, till.Events.Of<CheckoutFailed>().Single(x => x.Code == "refunded").RefundedAmount);
        Assert.Equal(PaymentStatus.Refunded, (await ann.PaymentAsync(checkout)).Status);
        Assert.Equal((1, 1), till.Catalog.Stock("LAST"));
        Assert.Equal(0, await ann.OrdersAsync());
    }

    [Theory, BothStores]
    public async Task TimeOutAfterThePayment_ChangesNothing(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Checkout:PaymentWindow", "00:00:03"));
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();
        var late = Guid.NewGuid();

        await ann.PressAsync(checkout.CheckoutId, "pay");
        await till.Events.OneAsync<OrderPlaced>();
        await till.PublishAsync(new PaymentTimedOut { CheckoutId = checkout.CheckoutId }, late);

        await Until.TrueAsync(() => till.HandledAsync(late), "the time-out handled");
        Assert.Equal("completed", (await ann.LookAsync(checkout.CheckoutId)).Status);
        Assert.Equal((48, 0), till.Catalog.Stock("MOUSE"));
        Assert.Empty(till.Events.Of<CheckoutFailed>());
    }

    [Theory, BothStores]
    public async Task ReservationRanOutBeforeTheCommit_IsHeldAgainAndOrdered(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = (await ann.AtThePageAsync("LAST", 1)).CheckoutId;

        till.Catalog.Release(checkout);
        await ann.PressAsync(checkout, "pay");

        await till.Events.OneAsync<OrderPlaced>();
        Assert.Equal((0, 0), till.Catalog.Stock("LAST"));
    }

    private static async Task<Guid> TimedOutAsync(Till till, Shopper shopper, string sku)
    {
        var checkout = (await shopper.AtThePageAsync(sku, 1)).CheckoutId;
        await till.PublishAsync(new PaymentTimedOut { CheckoutId = checkout });
        await shopper.StandsAsync(checkout, nameof(CheckoutStateMachine.Failed));
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock(sku).Held == 0), "the stock back");
        return checkout;
    }
}
