using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Cart;

/// <summary>What moved since it was put into the cart is told when the cart is shown, and at checkout; nobody is charged silently.</summary>
public class CartNewsTests
{
    [Theory, BothStores]
    public async Task MovedPriceAndStock_AreToldInTheCartAndAtTheCheckout(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync();
        Assert.IsType<CartContents>(await ann.AddAsync(cart.CartId, "LAMP", 3));
        Assert.Empty((await LookAsync(ann, cart.CartId)).Messages);

        till.Catalog.Put("MOUSE", "Quiet Mouse", 2600, 50);
        till.Catalog.Put("LAMP", "Camping Lantern", 3000, 2);

        var shown = await LookAsync(ann, cart.CartId);
        Assert.Equal(["Quiet Mouse now costs 26.00 EUR instead of 24.50 EUR.", "Of Camping Lantern only 2 can be had now."], shown.Messages);
        Assert.Equal([("price_changed", 2450L, 2600L, null), ("fewer_left", null, null, 2)], shown.Notices.Select(x => (x.Kind, x.OldPrice, x.NewPrice, x.Pieces)));
        Assert.Equal(13900, shown.Total);
        var refused = Assert.IsType<CheckoutRefused>(await ann.QuoteAsync(cart.CartId));
        Assert.Equal(("out_of_stock", "LAMP"), (refused.Code, Assert.Single(refused.Notices).Sku));
        await ann.AskCartAsync(new SetCartQuantity { CartId = cart.CartId, OwnerId = ann.OwnerId, Sku = "LAMP", Quantity = 0, Key = "out" });
        var moved = Assert.IsType<CheckoutRefused>(await ann.QuoteAsync(cart.CartId));
        Assert.Equal(("price_changed", 2450L, 2600L), (moved.Code, Assert.Single(moved.Notices).OldPrice, moved.Notices[0].NewPrice));
        Assert.Equal(5200, Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(cart.CartId)).Total);
    }

    [Theory, BothStores]
    public async Task PriceThatMovesWithAChange_IsToldWithIt_AlsoWhenAskedAgain(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (guest, ann) = (new Shopper(till, "guest-1"), new Shopper(till));
        var (mine, theirs) = (await ann.FilledCartAsync(), await guest.FilledCartAsync("SOCK", 1));
        till.Catalog.Put("MOUSE", "Quiet Mouse", 2600, 50);
        till.Catalog.Put("SOCK", "Hiking Socks", 1300, 50);

        var added = Assert.IsType<CartContents>(await ann.AddAsync(mine.CartId, "MOUSE", 1, "more"));
        var again = Assert.IsType<CartContents>(await ann.AddAsync(mine.CartId, "MOUSE", 1, "more"));
        var merged = Assert.IsType<CartContents>(await ann.AskCartAsync(
            new MergeCart { GuestCartId = theirs.CartId, GuestOwnerId = "guest-1", CartId = mine.CartId, OwnerId = ann.OwnerId, Key = "merge" }));

        Assert.Equal((7800, "Quiet Mouse now costs 26.00 EUR instead of 24.50 EUR."), (added.Total, Assert.Single(added.Messages)));
        Assert.Equal(added.Messages, again.Messages);
        Assert.Equal("Hiking Socks now costs 13.00 EUR instead of 12.00 EUR.", Assert.Single(merged.Messages));
    }

    [Theory, BothStores]
    public async Task Note_GoesWithTheOrderToThosePacking(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync();
        Assert.Equal("A gift", Assert.IsType<CartContents>(await NoteAsync(ann, cart.CartId, " A gift\u0000 ")).Note);
        Assert.Equal("invalid_note", Assert.IsType<CartRefused>(await NoteAsync(ann, cart.CartId, new string('x', 501))).Code);

        var quote = Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(cart.CartId));
        await ann.CompleteAsync(quote);
        await ann.StandsAsync(quote.CheckoutId, "AwaitingPayment");
        using var page = await ann.PressAsync(quote.CheckoutId, "pay");
        await ann.StandsAsync(quote.CheckoutId, "Placed");

        var order = await till.ReadAsync(db => db.Orders.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal("A gift", order.Timeline[0].Note);
    }

    [Theory, BothStores]
    public async Task CartNobodyTouchedForAMonth_IsGone(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync();

        till.Time.Advance(TimeSpan.FromDays(31));

        Assert.IsType<CartNotFound>(await ann.AskCartAsync(new GetCart { CartId = cart.CartId, OwnerId = ann.OwnerId }));
        Assert.IsType<CartNotFound>(await ann.AddAsync(cart.CartId, "MOUSE", 1));
        Assert.IsType<CartNotFound>(await ann.QuoteAsync(cart.CartId));
    }

    private static async Task<CartContents> LookAsync(Shopper shopper, string cart) =>
        Assert.IsType<CartContents>(await shopper.AskCartAsync(new GetCart { CartId = cart, OwnerId = shopper.OwnerId }));

    private static Task<object> NoteAsync(Shopper shopper, string cart, string note) =>
        shopper.AskCartAsync(new SetCartNote { CartId = cart, OwnerId = shopper.OwnerId, Note = note, Key = Shopper.NewKey() });
}
