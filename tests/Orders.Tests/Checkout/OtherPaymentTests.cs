using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>Money that buys nothing goes back, as much as came, or waits for a person where it was another amount than was asked.</summary>
public class OtherPaymentTests
{
    [Theory, BothStores]
    public async Task SecondPayment_GoesBackAndTheOrderStays(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();
        await ann.PressAsync(checkout.CheckoutId, "pay");
        await till.Events.OneAsync<OrderPlaced>();

        await till.PublishAsync(new PaymentSettled { CheckoutId = checkout.CheckoutId, PaymentId = "another", Amount = checkout.Total, Currency = "EUR" });

        var refunded = await till.Events.OneAsync<PaymentRefunded>();
        Assert.Equal(("another", checkout.Total), (refunded.PaymentId, refunded.Amount));
        Assert.Equal("completed", (await ann.LookAsync(checkout.CheckoutId)).Status);
        Assert.Equal(PaymentStatus.Settled, (await ann.PaymentAsync(checkout.CheckoutId)).Status);
        Assert.Equal(1, await ann.OrdersAsync());
    }

    [Theory]
    [BothStores(4899, "EUR")]
    [BothStores(4901, "EUR")]
    [BothStores(4900, "USD")]
    public async Task WrongAmountOrCurrency_WaitsForAPersonAndGoesBackWhenTheySaySo(Store store, long amount, string currency)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();

        await till.PublishAsync(new PaymentSettled { CheckoutId = checkout.CheckoutId, PaymentId = (await ann.PaymentAsync(checkout.CheckoutId)).Id, Amount = amount, Currency = currency });

        var parked = await till.Events.OneAsync<PaymentParked>();
        Assert.Equal((amount, currency, 4900L, "EUR"), (parked.Amount, parked.Currency, parked.ExpectedAmount, parked.ExpectedCurrency));
        Assert.NotEmpty((await ann.LookAsync(checkout.CheckoutId)).Messages);
        Assert.Empty(till.Events.Of<PaymentRefunded>());
        var waiting = await till.ReadAsync(db => Task.FromResult(db.PaymentCases.Single()));
        for (var time = 0; time < 2; time++)
            Assert.IsType<PaymentCaseSettled>(await till.AskAsync<SettlePaymentCase, PaymentCaseSettled, PaymentCaseNotFound, OrderNotFound>(new SettlePaymentCase { CaseId = waiting.Id }));
        var refunded = await till.Events.OneAsync<PaymentRefunded>();
        Assert.Equal((amount, currency), (refunded.Amount, refunded.Currency));
        Assert.Equal(nameof(CheckoutStateMachine.AwaitingPayment), (await ann.SagaAsync(checkout.CheckoutId))!.CurrentState);
        Assert.Equal(0, await ann.OrdersAsync());
    }

    [Theory, BothStores]
    public async Task WrongAmountReportedTwice_WaitsOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync();
        var odd = new PaymentSettled { CheckoutId = checkout.CheckoutId, PaymentId = "odd", Amount = 1, Currency = "EUR" };

        await till.PublishAsync(odd);
        await till.PublishAsync(odd);

        await Until.TrueAsync(() => Task.FromResult(till.Events.Of<PaymentParked>().Count == 2), "both reports answered");
        Assert.Equal(1, await till.ReadAsync(db => Task.FromResult(db.PaymentCases.Count())));
        Assert.Equal(0, await till.ReadAsync(db => Task.FromResult(db.PaymentEvents.Count(x => x.Kind == "refunded"))));
    }

    [Theory, BothStores]
    public async Task MoneyForAnUnknownCheckout_EndsInTheDeadLetters(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var id = Guid.NewGuid();

        await till.PublishAsync(new PaymentSettled { CheckoutId = Guid.NewGuid(), PaymentId = "lost", Amount = 1, Currency = "EUR" }, id);

        await Until.TrueAsync(() => till.ParkedAsync(id), "the payment among the dead letters");
    }
}
