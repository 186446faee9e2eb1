using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.AfterSales;

/// <summary>An order bought at the till, changed afterwards; the provider and gift cards are counted to the cent.</summary>
public class AfterSalesTests
{
    [Theory, BothStores]
    public async Task CancelledOrder_GoesBackToTheProviderOnceAndSettles(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var order = await Desk.BoughtAsync(till, ann);
        var request = new CancelOrder { OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Reason = "No longer needed", Key = "cancel-1" };

        var preview = Assert.IsType<OrderDetails>(await Desk.AskAsync(till, request with { Preview = true }));
        var both = await Task.WhenAll(Desk.AskAsync(till, request), Desk.AskAsync(till, request));

        Assert.Equal("cancelled", preview.Status);
        Assert.All(both, answer => Assert.Equal("cancelled", Assert.IsType<OrderDetails>(answer).Status));
        var refund = await till.Events.OneAsync<PaymentRefunded>();
        Assert.Equal((4900, $"{order.OrderNumber}-2"), (refund.Amount, refund.RefundId));
        Assert.Equal("cancelled", (await till.Events.OneAsync<OrderChanged>()).Change);
        await Until.TrueAsync(async () => (await Desk.LookAsync(till, ann, order.OrderNumber)).Payments is [_, { SettledAt: not null, Kind: "refund", Amount: 4900 }], "the refund settled");
    }

    [Theory, BothStores]
    public async Task OrderThatIsNotPlacedAnyMore_KeepsEverything(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var order = await Desk.BoughtAsync(till, ann);
        await Desk.StandsAsync(till, order.OrderNumber, "processing");

        foreach (var (request, code) in Desk.EveryRequest(order.OrderNumber, ann.OwnerId))
            Assert.Equal(code, Assert.IsType<OrderRefused>(await request(till)).Code);

        Assert.Equal("processing", (await Desk.LookAsync(till, ann, order.OrderNumber)).Status);
        Assert.Empty(till.Events.Of<OrderChanged>());
    }

    [Theory, BothStores]
    public async Task SomebodyElsesOrder_IsNotFoundWhateverIsAsked(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var order = await Desk.BoughtAsync(till, new Shopper(till));

        foreach (var (request, _) in Desk.EveryRequest(order.OrderNumber, "customer-eve"))
            Assert.IsType<OrderNotFound>(await request(till));
    }

    [Theory, BothStores]
    public async Task TwoChargesOnOneGiftCardAtOnce_NeverOverdrawIt(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var orders = new[] { await Desk.BoughtAsync(till, ann), await Desk.BoughtAsync(till, ann) };
        await Desk.GiveCardAsync(till, ann.OwnerId, 5000);

        var answers = await Task.WhenAll(orders.Select(order => Desk.AskAsync(
            till, new UpdateOrderPayment { OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, PaymentMethodId = Desk.Card, Key = order.OrderNumber })));

        Assert.Single(answers.OfType<OrderDetails>());
        Assert.Equal("insufficient_balance", Assert.Single(answers.OfType<OrderRefused>()).Code);
        Assert.Equal(100, (await till.ReadAsync(db => db.PaymentMethods.SingleAsync(TestContext.Current.CancellationToken))).Balance);
    }

    [Theory, BothStores]
    public async Task OtherOptions_AreHadOnceAndTheDifferenceIsPaidToTheCent(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        till.Catalog.Put("MOUSE-RED", "Quiet Mouse", 2799, 5, productId: "product-MOUSE");
        var order = await Desk.BoughtAsync(till, ann);
        await Desk.GiveCardAsync(till, ann.OwnerId, 348);
        UpdateOrderItems Ask(string sku, int quantity, string key) => new()
        {
            OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Changes = [new ItemChange { Sku = "MOUSE", NewSku = sku, Quantity = quantity }], PaymentMethodId = Desk.Card, Key = key,
        };

        Assert.Equal("other_product", Assert.IsType<OrderRefused>(await Desk.AskAsync(till, Ask("LAMP", 1, "a"))).Code);
        Assert.Equal("unknown_item", Assert.IsType<OrderRefused>(await Desk.AskAsync(till, Ask("MOUSE-RED", 3, "b"))).Code);
        Assert.Equal("insufficient_balance", Assert.IsType<OrderRefused>(await Desk.AskAsync(till, Ask("MOUSE-RED", 2, "c"))).Code);
        await Desk.GiveCardAsync(till, ann.OwnerId, 349);
        var changed = Assert.IsType<OrderDetails>(await Desk.AskAsync(till, Ask("MOUSE-RED", 1, "d")));
        var again = Assert.IsType<OrderRefused>(await Desk.AskAsync(till, Ask("MOUSE-RED", 1, "e")));

        Assert.Equal((4900 + 349, 2, true), (changed.Total, changed.Lines.Count, changed.ItemsChanged));
        Assert.Equal(["payment 4900", "payment 349"], changed.Payments.Select(payment => $"{payment.Kind} {payment.Amount}"));
        Assert.Equal("already_changed", again.Code);
    }
}
