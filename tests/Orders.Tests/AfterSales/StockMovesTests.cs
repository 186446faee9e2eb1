using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.AfterSales;

/// <summary>What comes back is on the shelf again, and what goes out instead is taken from it, once.</summary>
public class StockMovesTests
{
    [Theory, BothStores]
    public async Task CancelledOrder_IsBackOnTheShelfOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var order = await Desk.BoughtAsync(till, ann);
        Assert.Equal((48, 0), till.Catalog.Stock("MOUSE"));

        for (var time = 0; time < 2; time++)
            await Desk.AskAsync(till, new CancelOrder { OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Reason = "no longer needed", Key = "c" });

        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (50, 0)), "the pieces back");
    }

    [Theory, BothStores]
    public async Task CompletedExchange_SwapsPiecesAndMovesTheDifferenceOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        till.Catalog.Put("MOUSE-BIG", "Quiet Mouse", 3000, 5, productId: "product-MOUSE");
        var ann = new Shopper(till);
        var order = await Desk.BoughtAsync(till, ann);
        await Desk.GiveCardAsync(till, ann.OwnerId, 1000);
        await Desk.StandsAsync(till, order.OrderNumber, "delivered");
        var asked = await Desk.AskAsync(till, new ExchangeOrderItems
        {
            OrderNumber = order.OrderNumber,
            OwnerId = ann.OwnerId,
            Changes = [new ItemChange { Sku = "MOUSE", NewSku = "MOUSE-BIG" }],
            PaymentMethodId = Desk.Card,
            Key = "x",
        });
        Assert.Equal(550, Assert.IsType<OrderDetails>(asked).Exchange!.Difference);
        // What was promised holds, whatever the shelf says later.
        till.Catalog.Put("MOUSE-BIG", "Quiet Mouse", 9999, 5, productId: "product-MOUSE");

        for (var time = 0; time < 2; time++)
            Assert.IsType<OrderDetails>(await Desk.AskAsync(till, new CompleteExchange { OrderNumber = order.OrderNumber, Key = "done" }));

        var done = await Desk.LookAsync(till, ann, order.OrderNumber);
        Assert.Equal(("exchanged", 5450L), (done.Status, done.Total));
        Assert.Equal([("MOUSE", 1, 2450L), ("MOUSE-BIG", 1, 3000L)], done.Lines.Select(line => (line.Sku, line.Quantity, line.UnitPrice)));
        Assert.Equal(5450, done.Payments.Sum(entry => entry.Kind == "payment" ? entry.Amount : -entry.Amount));
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (49, 0) && till.Catalog.Stock("MOUSE-BIG") == (4, 0)), "the pieces swapped");
    }

    [Theory, BothStores]
    public async Task RefundedReturn_IsBackOnTheShelf(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var order = await Desk.BoughtAsync(till, ann);
        await Desk.StandsAsync(till, order.OrderNumber, "delivered");
        await Desk.AskAsync(till, new ReturnOrderItems
        {
            OrderNumber = order.OrderNumber,
            OwnerId = ann.OwnerId,
            Items = [new ReturnedItem { Sku = "MOUSE" }],
            PaymentMethodId = order.Payments[0].PaymentMethodId,
            Key = "r",
        });

        await Desk.AskAsync(till, new RefundOrder { OrderNumber = order.OrderNumber, Key = "arrived" });

        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("MOUSE") == (49, 0)), "the piece back");
    }

    [Theory, BothStores]
    public async Task Lifecycle_GoesForwardOnly(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var number = (await Desk.BoughtAsync(till, new Shopper(till))).OrderNumber;

        Assert.Equal("not_pending", Assert.IsType<OrderRefused>(await AdvanceAsync(till, number, "completed")).Code);
        Assert.Equal("processing", Assert.IsType<OrderDetails>(await AdvanceAsync(till, number, "processing")).Status);
        Assert.Equal("not_pending", Assert.IsType<OrderRefused>(await AdvanceAsync(till, number, "processing")).Code);
        await Desk.AskAsync(till, new ShipOrder { OrderNumber = number, Key = "s" });
        await Desk.AskAsync(till, new DeliverOrder { OrderNumber = number, Key = "d" });
        Assert.Equal("completed", Assert.IsType<OrderDetails>(await AdvanceAsync(till, number, "completed")).Status);
        Assert.Equal("invalid_status", Assert.IsType<OrderRefused>(await AdvanceAsync(till, number, "returned")).Code);
    }

    private static Task<object> AdvanceAsync(Till till, string number, string status) =>
        Desk.AskAsync(till, new AdvanceOrder { OrderNumber = number, Status = status, Key = Shopper.NewKey() });
}
