using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Cart;

public class CartTests
{
    [Theory, BothStores]
    public async Task QuantitiesOutsideOneTo99_AreRefusedAndLeaveTheCart(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync("SOCK", 1);

        foreach (var quantity in (int[])[0, -1, 100, int.MaxValue, int.MinValue])
            Assert.Equal("invalid_quantity", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "SOCK", quantity)).Code);
        Assert.Equal("invalid_quantity", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "SOCK", 99)).Code);

        Assert.Equal(cart.Version, (await ReadAsync(ann, cart.CartId)).Version);
        Assert.Equal(99, Assert.Single(Assert.IsType<CartContents>(await ann.AddAsync(cart.CartId, "SOCK", 98)).Lines).Quantity);
    }

    [Theory, BothStores]
    public async Task FiftyLines_FitAndOneMoreDoesNot(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.NewCartAsync();
        List<WantedLine> wanted = [.. Enumerable.Range(1, 51).Select(number => new WantedLine { Sku = $"S{number}", Quantity = 1 })];
        foreach (var line in wanted)
            till.Catalog.Put(line.Sku, $"Thing {line.Sku}", 100, 5);

        Assert.Equal(50, Assert.IsType<CartContents>(await ReplaceAsync(ann, cart.CartId, wanted[..50])).Lines.Count);
        Assert.Equal("too_many_lines", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "S51", 1)).Code);
        Assert.Equal("too_many_lines", Assert.IsType<CartRefused>(await ReplaceAsync(ann, cart.CartId, wanted)).Code);
        Assert.Equal(5000, (await ReadAsync(ann, cart.CartId)).Total);
    }

    [Theory, BothStores]
    public async Task EightAddsAtOnce_AllCount(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.NewCartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => ann.AddAsync(cart.CartId, "SOCK", number)));

        Assert.All(answers, answer => Assert.IsType<CartContents>(answer));
        Assert.Equal(36, Assert.Single((await ReadAsync(ann, cart.CartId)).Lines).Quantity);
    }

    [Theory, BothStores]
    public async Task UnknownScarceOrForeign_EachHasItsAnswer(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (ann, bob) = (new Shopper(till), new Shopper(till, "customer-bob"));
        var cart = await ann.NewCartAsync();

        Assert.Equal("unknown_sku", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "NOTHING", 1)).Code);
        var scarce = Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "LAMP", 8));
        Assert.Equal(("out_of_stock", 7), (scarce.Code, scarce.Available));
        Assert.IsType<CartNotFound>(await bob.AddAsync(cart.CartId, "LAMP", 1));
        Assert.IsType<CartNotFound>(await bob.AskCartAsync(new GetCart { CartId = cart.CartId, OwnerId = bob.OwnerId }));
    }

    [Theory, BothStores]
    public async Task CartOfThirtyDaysAgo_IsNotFoundByAnybody(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var (left, used) = (await ann.FilledCartAsync(), await ann.FilledCartAsync());

        till.Time.Advance(TimeSpan.FromDays(29));
        Assert.IsType<CartContents>(await ann.AddAsync(used.CartId, "LAMP", 1));
        till.Time.Advance(TimeSpan.FromDays(2));

        Assert.IsType<CartNotFound>(await ann.AskCartAsync(new GetCart { CartId = left.CartId, OwnerId = ann.OwnerId }));
        Assert.IsType<CartNotFound>(await ann.AddAsync(left.CartId, "LAMP", 1));
        Assert.IsType<CartNotFound>(await ann.QuoteAsync(left.CartId));
        Assert.Equal(2, (await ReadAsync(ann, used.CartId)).Lines.Count);
    }

    [Theory, BothStores]
    public async Task SkuOfAnyLength_IsRefusedWithoutKeepingItWhole(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.NewCartAsync();

        var refused = Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, new string('x', 100_000), 1));

        Assert.Equal("unknown_sku", refused.Code);
        Assert.InRange(refused.Sku!.Length, 1, 100);
        Assert.InRange(await till.ReadAsync(db => db.HandledCalls.MaxAsync(call => call.Outcome.Length, TestContext.Current.CancellationToken)), 1, 1000);
    }

    [Theory, BothStores]
    public async Task AnotherCurrency_IsNeverAddedUpWithTheFirst(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        till.Catalog.Put("YEN", "From Osaka", 500, 9, "JPY");
        var cart = await ann.NewCartAsync();

        Assert.Equal(("JPY", 500), Money(Assert.IsType<CartContents>(await ann.AddAsync(cart.CartId, "YEN", 1))));
        Assert.Equal("other_currency", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "SOCK", 1)).Code);
        Assert.Equal(("EUR", 1200), Money(Assert.IsType<CartContents>(await ReplaceAsync(ann, cart.CartId, [new WantedLine { Sku = "SOCK", Quantity = 1 }]))));

        static (string, long) Money(CartContents cart) => (cart.Currency, cart.Total);
    }

    [Theory, BothStores]
    public async Task SetAndRemove_LeaveExactlyWhatWasAsked(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync("SOCK", 5);

        Assert.Equal(2, Assert.Single(Assert.IsType<CartContents>(await SetAsync(2)).Lines).Quantity);
        Assert.Empty(Assert.IsType<CartContents>(await SetAsync(0)).Lines);
        Assert.Equal("invalid_quantity", Assert.IsType<CartRefused>(await SetAsync(-1)).Code);

        Task<object> SetAsync(int quantity) =>
            ann.AskCartAsync(new SetCartQuantity { CartId = cart.CartId, OwnerId = ann.OwnerId, Sku = "SOCK", Quantity = quantity, Key = Shopper.NewKey() });
    }

    private static async Task<CartContents> ReadAsync(Shopper shopper, string cartId) =>
        Assert.IsType<CartContents>(await shopper.AskCartAsync(new GetCart { CartId = cartId, OwnerId = shopper.OwnerId }));

    private static Task<object> ReplaceAsync(Shopper shopper, string cartId, IReadOnlyList<WantedLine> lines) =>
        shopper.AskCartAsync(new ReplaceCart { CartId = cartId, OwnerId = shopper.OwnerId, Lines = lines, Key = Shopper.NewKey() });
}
