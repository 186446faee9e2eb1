using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>What happens to an order after it was bought.</summary>
internal static class Desk
{
    public const string Card = "gift-1";

    private static readonly PostalAddress Elsewhere = new() { Line1 = "2 Short Lane", City = "Town", PostalCode = "12345", Country = "Land" };

    public static async Task<OrderDetails> BoughtAsync(Till till, Shopper shopper)
    {
        var checkout = (await shopper.AtThePageAsync()).CheckoutId;
        using var page = await shopper.PressAsync(checkout, "pay");
        await shopper.StandsAsync(checkout, "Placed");
        return await LookAsync(till, shopper, (await shopper.LookAsync(checkout)).OrderNumber!);
    }

    public static Task<object> AskAsync<T>(Till till, T request) where T : class => till.AskAsync<T, OrderDetails, OrderRefused, OrderNotFound>(request);

    public static async Task<OrderDetails> LookAsync(Till till, Shopper shopper, string number) =>
        Assert.IsType<OrderDetails>(await AskAsync(till, new GetOrder { OrderNumber = number, OwnerId = shopper.OwnerId }));

    /// <summary>A gift card that holds so much, whatever it held before.</summary>
    public static Task GiveCardAsync(Till till, string ownerId, long balance) => till.ReadAsync(async db =>
    {
        var card = await db.PaymentMethods.SingleOrDefaultAsync(x => x.OwnerId == ownerId && x.Id == Card, TestContext.Current.CancellationToken);
        if (card is null)
            db.Add(card = new PaymentMethod { OwnerId = ownerId, Id = Card, Kind = PaymentMethod.GiftCard, Currency = "EUR" });
        card.Balance = balance;
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    public static Task StandsAsync(Till till, string number, string status) => till.ReadAsync(async db =>
    {
        var order = await db.Orders.SingleAsync(x => x.Number == number, TestContext.Current.CancellationToken);
        order.Status = status;
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>Every request of after sales, with the code that answers it for an order that is neither placed nor delivered.</summary>
    public static IEnumerable<(Func<Till, Task<object>> Ask, string Code)> EveryRequest(string number, string ownerId)
    {
        IReadOnlyList<ItemChange> changes = [new ItemChange { Sku = "MOUSE", NewSku = "LAMP" }];
        yield return (till => AskAsync(till, new CancelOrder { OrderNumber = number, OwnerId = ownerId, Reason = "no longer needed", Key = Guid.NewGuid().ToString() }), "not_pending");
        yield return (till => AskAsync(till, new UpdateOrderAddress { OrderNumber = number, OwnerId = ownerId, Address = Elsewhere, Key = Guid.NewGuid().ToString() }), "not_pending");
        yield return (till => AskAsync(till, new UpdateOrderItems { OrderNumber = number, OwnerId = ownerId, Changes = changes, PaymentMethodId = Card, Key = Guid.NewGuid().ToString() }), "not_pending");
        yield return (till => AskAsync(till, new UpdateOrderPayment { OrderNumber = number, OwnerId = ownerId, PaymentMethodId = Card, Key = Guid.NewGuid().ToString() }), "not_pending");
        yield return (till => AskAsync(till, new ReturnOrderItems { OrderNumber = number, OwnerId = ownerId, Items = [new ReturnedItem { Sku = "MOUSE" }], PaymentMethodId = Card, Key = Guid.NewGuid().ToString() }), "not_delivered");
        yield return (till => AskAsync(till, new ExchangeOrderItems { OrderNumber = number, OwnerId = ownerId, Changes = changes, PaymentMethodId = Card, Key = Guid.NewGuid().ToString() }), "not_delivered");
    }
}
