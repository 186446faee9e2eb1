using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Payments;

/// <summary>Paid on delivery: placed at once, owed, and paid when the shop's people say so.</summary>
public class CashTests
{
    private static readonly (string, string) Taken = ("Payments:CashOnDelivery", "true");

    [Theory, BothStores]
    public async Task CashOnDelivery_IsPlacedOwedAndConfirmedOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store, Taken);
        var ann = new Shopper(till);
        var order = await OrderedAsync(till, ann);
        Assert.Equal((4900L, 0), (order.PaymentDue, order.Payments.Count));
        Assert.Equal((48, 0), till.Catalog.Stock("MOUSE"));

        for (var time = 0; time < 2; time++)
            Assert.IsType<OrderDetails>(await Desk.AskAsync(till, new ConfirmCash { OrderNumber = order.OrderNumber, Key = "cash" }));
        var refused = Assert.IsType<OrderRefused>(await Desk.AskAsync(till, new ConfirmCash { OrderNumber = order.OrderNumber, Key = "again" }));

        Assert.Equal("nothing_due", refused.Code);
        var paid = await Desk.LookAsync(till, ann, order.OrderNumber);
        Assert.Equal((0L, 4900L), (paid.PaymentDue, Assert.Single(paid.Payments).Amount));
    }

    [Theory, BothStores]
    public async Task CancelledUnpaid_GivesNothingBack(Store store)
    {
        await using var till = await Till.OpenAsync(store, Taken);
        var ann = new Shopper(till);
        var order = await OrderedAsync(till, ann);

        var cancelled = Assert.IsType<OrderDetails>(await Desk.AskAsync(
            till, new CancelOrder { OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Reason = "no longer needed", Key = "c" }));

        Assert.Equal((0L, 0), (cancelled.PaymentDue, cancelled.Payments.Count));
        Assert.Equal(0, await till.ReadAsync(db => db.PaymentCases.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, BothStores]
    public async Task CancelledAfterItWasPaid_LeavesTheRefundToAPerson(Store store)
    {
        await using var till = await Till.OpenAsync(store, Taken);
        var ann = new Shopper(till);
        var order = await OrderedAsync(till, ann);
        await Desk.AskAsync(till, new ConfirmCash { OrderNumber = order.OrderNumber, Key = "cash" });
        await Desk.AskAsync(till, new CancelOrder { OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Reason = "no longer needed", Key = "c" });

        await Until.TrueAsync(() => till.ReadAsync(db => db.PaymentCases.AnyAsync(TestContext.Current.CancellationToken)), "a case for a person");
        Assert.Null((await Desk.LookAsync(till, ann, order.OrderNumber)).Payments[^1].SettledAt);
        var id = await till.ReadAsync(db => db.PaymentCases.Select(x => x.Id).SingleAsync(TestContext.Current.CancellationToken));
        await till.AskAsync<SettlePaymentCase, PaymentCaseSettled, PaymentCaseNotFound, OrderNotFound>(new SettlePaymentCase { CaseId = id });

        await Until.TrueAsync(async () => (await Desk.LookAsync(till, ann, order.OrderNumber)).Payments[^1].SettledAt is not null, "the refund settled");
    }

    [Theory, BothStores]
    public async Task ShopWithoutCash_RefusesIt(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var quote = await ann.QuotedAsync();

        var refused = Assert.IsType<CheckoutRefused>(await CompleteAsync(ann, quote));

        Assert.Equal("payment_method_unavailable", refused.Code);
        Assert.IsType<CheckoutDetails>(await ann.CompleteAsync(quote));
    }

    [Theory, BothStores]
    public async Task CashAfterADecline_ClosesThePageAndPlacesOneOrder(Store store)
    {
        await using var till = await Till.OpenAsync(store, Taken);
        var ann = new Shopper(till);
        var checkout = (await ann.AtThePageAsync()).CheckoutId;
        using var declined = await ann.PressAsync(checkout, "decline");
        await till.Events.OneAsync<PaymentDeclined>();

        var switching = ann.AskCheckoutAsync(new ChoosePaymentMethod { CheckoutId = checkout, OwnerId = ann.OwnerId, PaymentMethod = "cash_on_delivery", Key = "cash" });
        Assert.IsType<CheckoutDetails>(await switching);
        using var pressed = await ann.PressAsync(checkout, "pay");

        await ann.StandsAsync(checkout, "Placed");
        Assert.Equal(1, await ann.OrdersAsync());
        Assert.Empty(till.Events.Of<PaymentSettled>());
    }

    private static Task<object> CompleteAsync(Shopper shopper, CheckoutDetails quote) => shopper.AskCheckoutAsync(new CompleteCheckout
    {
        CheckoutId = quote.CheckoutId,
        OwnerId = shopper.OwnerId,
        Confirmation = quote.Confirmation,
        PaymentMethod = "cash_on_delivery",
        Key = "yes",
    });

    private static async Task<OrderDetails> OrderedAsync(Till till, Shopper shopper)
    {
        var quote = await shopper.QuotedAsync();
        Assert.IsType<CheckoutDetails>(await CompleteAsync(shopper, quote));
        await shopper.StandsAsync(quote.CheckoutId, "Placed");
        return await Desk.LookAsync(till, shopper, (await shopper.LookAsync(quote.CheckoutId)).OrderNumber!);
    }
}
