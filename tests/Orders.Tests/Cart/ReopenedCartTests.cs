using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Cart;

/// <summary>A checkout that failed leaves the cart as it was, to be changed and bought after all.</summary>
public class ReopenedCartTests
{
    [Theory, BothStores]
    public async Task CartOfACanceledCheckout_CanBeChangedAndBought(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var first = await ann.AtThePageAsync();
        Assert.Equal("cart_closed", Assert.IsType<CartRefused>(await ann.AddAsync(first.CartId, "SOCK", 1)).Code);

        await ann.CancelAsync(first.CheckoutId);
        await Until.TrueAsync(async () => await ann.AskCartAsync(new GetCart { CartId = first.CartId, OwnerId = ann.OwnerId }) is CartContents, "the cart open again");
        Assert.IsType<CartContents>(await ann.AddAsync(first.CartId, "SOCK", 1));
        var second = Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(first.CartId));
        await ann.CompleteAsync(second);
        await ann.StandsAsync(second.CheckoutId, "AwaitingPayment");
        using var page = await ann.PressAsync(second.CheckoutId, "pay");
        await ann.StandsAsync(second.CheckoutId, "Placed");

        Assert.Equal(4900 + 1200, Assert.Single((await ann.OrdersFoundAsync(5)).Orders).Total);
        Assert.Equal("cart_closed", Assert.IsType<CartRefused>(await ann.AddAsync(first.CartId, "SOCK", 1)).Code);
    }
}
