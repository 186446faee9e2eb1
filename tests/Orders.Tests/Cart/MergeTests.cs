using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Cart;

/// <summary>A guest turns out to be somebody: what they had aside is theirs, once.</summary>
public class MergeTests
{
    [Theory, BothStores]
    public async Task GuestsPieces_ComeOnTopAndWhatDoesNotFitIsTold(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (guest, ann) = (new Shopper(till, "guest-1"), new Shopper(till));
        var theirs = await guest.FilledCartAsync("LAMP", 5);
        Assert.IsType<CartContents>(await guest.AddAsync(theirs.CartId, "SOCK", 1));
        var mine = await ann.FilledCartAsync("LAMP", 4);

        var merged = Assert.IsType<CartContents>(await MergeAsync(ann, theirs.CartId, mine.CartId, "merge"));
        var again = Assert.IsType<CartContents>(await MergeAsync(ann, theirs.CartId, mine.CartId, "merge"));

        // Of seven lanterns there are four and three more.
        Assert.Equal([("LAMP", 7), ("SOCK", 1)], merged.Lines.Select(line => (line.Sku, line.Quantity)));
        Assert.Equal(["Of Camping Lantern only 3 more could be taken over."], merged.Messages);
        Assert.Equal(merged.Version, again.Version);
        Assert.IsType<CartNotFound>(await MergeAsync(ann, theirs.CartId, mine.CartId, "another key"));
        Assert.IsType<CartNotFound>(await guest.AskCartAsync(new GetCart { CartId = theirs.CartId, OwnerId = guest.OwnerId }));
    }

    [Theory, BothStores]
    public async Task TwoMergesAtOnce_TakeThePiecesOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (guest, ann) = (new Shopper(till, "guest-1"), new Shopper(till));
        var (theirs, mine) = (await guest.FilledCartAsync("MOUSE", 3), await ann.NewCartAsync());

        await Task.WhenAll(MergeAsync(ann, theirs.CartId, mine.CartId, "one"), MergeAsync(ann, theirs.CartId, mine.CartId, "two"));

        var cart = Assert.IsType<CartContents>(await ann.AskCartAsync(new GetCart { CartId = mine.CartId, OwnerId = ann.OwnerId }));
        Assert.Equal(3, Assert.Single(cart.Lines).Quantity);
    }

    [Theory, BothStores]
    public async Task SomebodyElsesGuestCart_IsNotFound(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (other, ann) = (new Shopper(till, "guest-2"), new Shopper(till));
        var (theirs, mine) = (await other.FilledCartAsync(), await ann.NewCartAsync());

        Assert.IsType<CartNotFound>(await MergeAsync(ann, theirs.CartId, mine.CartId, "merge"));
    }

    private static Task<object> MergeAsync(Shopper shopper, string guestCart, string cart, string key) => shopper.AskCartAsync(
        new MergeCart { GuestCartId = guestCart, GuestOwnerId = "guest-1", CartId = cart, OwnerId = shopper.OwnerId, Key = key });
}
