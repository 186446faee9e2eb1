using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Idempotency;

public class KeyTests
{
    [Theory, BothStores]
    public async Task SameKeySameArguments_GetTheFirstOutcomeAndActOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.NewCartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(_ => ann.AddAsync(cart.CartId, "SOCK", 3, "one")));
        var (first, again) = (await ann.QuoteAsync(cart.CartId, key: "two"), await ann.QuoteAsync(cart.CartId, key: "two"));

        Assert.All(answers, answer => Assert.Equal(3, Assert.Single(Assert.IsType<CartContents>(answer).Lines).Quantity));
        Assert.Equal(Assert.IsType<CheckoutDetails>(first).CheckoutId, Assert.IsType<CheckoutDetails>(again).CheckoutId);
        Assert.Equal(1, await till.ReadAsync(db => db.Quotes.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, BothStores]
    public async Task SameKeyOtherArguments_IsRefusedEverywhere(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.NewCartAsync();
        await ann.AddAsync(cart.CartId, "SOCK", 3, "one");

        Assert.Equal("key_reused", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "SOCK", 4, "one")).Code);
        Assert.Equal("key_reused", Assert.IsType<CartRefused>(await ann.AskCartAsync(new CreateCart { OwnerId = ann.OwnerId, Key = "one" })).Code);
        Assert.Equal("key_reused", Assert.IsType<CheckoutRefused>(await ann.QuoteAsync(cart.CartId, key: "one")).Code);
        var quote = Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(cart.CartId));
        Assert.Equal("key_reused", Assert.IsType<CheckoutRefused>(await ann.CompleteAsync(quote, "one")).Code);
        Assert.IsType<CheckoutDetails>(await ann.CompleteAsync(quote, "two"));
        Assert.Equal("key_reused", Assert.IsType<CheckoutRefused>(await ann.CompleteAsync(await ann.QuotedAsync(), "two")).Code);
    }

    [Theory, BothStores]
    public async Task SameKeyOfTwoOwners_NeverMeet(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var (ann, bob) = (new Shopper(till), new Shopper(till, "customer-bob"));

        var hers = Assert.IsType<CartContents>(await ann.AskCartAsync(new CreateCart { OwnerId = ann.OwnerId, Key = "same" }));
        var his = Assert.IsType<CartContents>(await bob.AskCartAsync(new CreateCart { OwnerId = bob.OwnerId, Key = "same" }));

        Assert.NotEqual(hers.CartId, his.CartId);
    }

    [Theory, BothStores]
    public async Task KeyOrOwnerThatNoColumnHolds_IsRefusedAtOnce(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync();

        foreach (var key in (string[])["", new string('k', 201), "zero\0inside"])
        {
            Assert.Equal("invalid_key", Assert.IsType<CartRefused>(await ann.AskCartAsync(new CreateCart { OwnerId = ann.OwnerId, Key = key })).Code);
            Assert.Equal("invalid_key", Assert.IsType<CartRefused>(await ann.AddAsync(cart.CartId, "SOCK", 1, key)).Code);
            Assert.Equal("invalid_key", Assert.IsType<CheckoutRefused>(await ann.QuoteAsync(cart.CartId, key: key)).Code);
            Assert.Equal("invalid_key", Assert.IsType<CheckoutRefused>(await ann.CompleteAsync(Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(cart.CartId)), key)).Code);
        }
        Assert.Equal("invalid_key", Assert.IsType<CartRefused>(await ann.AskCartAsync(new CreateCart { OwnerId = new string('o', 101), Key = "fine" })).Code);
        Assert.IsType<CartContents>(await ann.AskCartAsync(new CreateCart { OwnerId = ann.OwnerId, Key = new string('k', 200) }));
    }
}
