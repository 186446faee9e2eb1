using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>An order or a canceled checkout, never both and never neither.</summary>
public class CancelAgainstPaymentTests
{
    [Theory, BothStores]
    public async Task CanceledThenPaid_TakesNoMoneyAndGivesTheStockBack(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();

        Assert.Equal("canceled", Assert.IsType<CheckoutDetails>(await ann.CancelAsync(checkout.CheckoutId)).Status);
        var page = await (await ann.PressAsync(checkout.CheckoutId, "pay")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Nothing was charged", page, StringComparison.Ordinal);
        Assert.Equal("canceled", (await till.Events.OneAsync<CheckoutFailed>()).Code);
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (50, 0)), "the stock back");
        Assert.Empty(till.Events.Of<PaymentSettled>());
        Assert.Equal(0, await ann.OrdersAsync());
    }

    [Theory, BothStores]
    public async Task PaidThenCanceled_IsRefusedAndOrdered(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();

        await ann.PressAsync(checkout.CheckoutId, "pay");
        Assert.Equal("already_paid", Assert.IsType<CheckoutRefused>(await ann.CancelAsync(checkout.CheckoutId)).Code);

        await till.Events.OneAsync<OrderPlaced>();
        Assert.Equal("completed", (await ann.LookAsync(checkout.CheckoutId)).Status);
    }

    [Theory, BothStores]
    public async Task CanceledWhilePaying_HasExactlyOneWinner(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var shoppers = Enumerable.Range(1, 8).Select(number => new Shopper(till, $"customer-{number}")).ToList();
        foreach (var shopper in shoppers)
        {
            var checkout = (await shopper.AtThePageAsync("SOCK", 1)).CheckoutId;
            var cancel = shopper.CancelAsync(checkout);
            var pay = shopper.PressAsync(checkout, "pay");
            await Task.WhenAll(cancel, pay);

            await shopper.StandsAsync(checkout, "Placed", "Failed");
            var ordered = await shopper.OrdersAsync() == 1;
            Assert.Equal(ordered, await cancel is CheckoutRefused);
            Assert.Equal(ordered ? "completed" : "canceled", (await shopper.LookAsync(checkout)).Status);
            Assert.Equal(ordered ? PaymentStatus.Settled : PaymentStatus.Closed, (await shopper.PaymentAsync(checkout)).Status);
        }
        var orders = await till.ReadAsync(db => db.Orders.CountAsync(TestContext.Current.CancellationToken));
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("SOCK") == (99 - orders, 0)), "stock that adds up");
    }

    [Theory, BothStores]
    public async Task CanceledBeforeThePageOpens_OpensNone(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        till.Catalog.Answers = false;
        var ann = new Shopper(till);
        var checkout = await ann.QuotedAsync();
        await ann.CompleteAsync(checkout);
        await ann.StandsAsync(checkout.CheckoutId, nameof(CheckoutStateMachine.AwaitingStock));
        await ann.CancelAsync(checkout.CheckoutId);
        await ann.StandsAsync(checkout.CheckoutId, nameof(CheckoutStateMachine.Failed));

        // What the saga had sent before it was stopped.
        await till.SendAsync(new OpenPaymentPage { CheckoutId = checkout.CheckoutId, Amount = checkout.Total, Currency = checkout.Currency, ExpiresAt = checkout.ExpiresAt });
        await till.PublishAsync(new StockReserved { CheckoutId = checkout.CheckoutId, ExpiresAt = checkout.ExpiresAt });

        await Until.TrueAsync(() => Task.FromResult(till.Events.Of<StopCheckout>().Count == 2), "the stop, said again instead of a page");
        Assert.Equal(0, await till.ReadAsync(db => db.Payments.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(till.Events.Of<PaymentRequested>());
    }

    [Theory, BothStores]
    public async Task StopThatOvertookTheStart_StillEndsTheCheckout(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        till.Catalog.Answers = false;
        var ann = new Shopper(till);
        var saga = await SagaRows.AddAsync(till, "AwaitingStock");
        await till.ReadAsync(db => db.Quotes.Where(x => x.CheckoutId == saga.CorrelationId)
            .ExecuteUpdateAsync(x => x.SetProperty(quote => quote.CanceledAt, till.Time.GetUtcNow()), TestContext.Current.CancellationToken));

        await till.PublishAsync(new StockReserved { CheckoutId = saga.CorrelationId, ExpiresAt = saga.PaymentExpiresAt });

        Assert.Equal("canceled", (await till.Events.OneAsync<CheckoutFailed>()).Code);
        await ann.StandsAsync(saga.CorrelationId, nameof(CheckoutStateMachine.Failed));
        Assert.Equal(0, await till.ReadAsync(db => db.Payments.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, BothStores]
    public async Task CanceledOnThePage_IsCanceledAtOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();

        (await ann.PressAsync(checkout.CheckoutId, "cancel")).EnsureSuccessStatusCode();

        Assert.Equal("canceled", (await ann.LookAsync(checkout.CheckoutId)).Status);
        await till.Events.OneAsync<CheckoutFailed>();
    }
}
