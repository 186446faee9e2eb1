using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Orders.Abandonment;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Abandonment;

/// <summary>Left alone is told once for each version of a cart, and never once it was bought, emptied or erased.</summary>
public class AbandonmentTests
{
    private static readonly (string, string) Soon = ("Abandonment:IdleAfter", "00:00:01");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task LeftAloneUsedAgainAndBought_IsToldOncePerVersionAndCounted(Store store)
    {
        await using var till = await Till.OpenAsync(store, Soon, ("Abandonment:HoldOutPercent", "0"));
        var ann = new Shopper(till);
        var cart = await ann.FilledCartAsync();

        var left = await till.Events.OneAsync<CartAbandoned>();
        Assert.Equal((cart.CartId, cart.Version, 4900L, false), (left.CartId, left.Version, left.Total, left.IsHeldOut));
        await StandsAsync(till, cart.CartId, "Abandoned");
        var more = Assert.IsType<CartContents>(await ann.AddAsync(cart.CartId, "LAMP", 1));
        await Until.TrueAsync(() => Task.FromResult(till.Events.Of<CartAbandoned>().Select(x => x.Version).Order().SequenceEqual([cart.Version, more.Version])), "told again for the new version");
        await StandsAsync(till, cart.CartId, "Abandoned");
        await BuyAsync(ann, cart.CartId);

        await StandsAsync(till, cart.CartId, "Purchased");
        Assert.Equal(2, till.Events.Of<CartAbandoned>().Count);
        var carts = (await MetricsAsync(till)).GetProperty("carts");
        Assert.Equal((1, 1, 1, 1), (carts.GetProperty("created").GetInt32(), carts.GetProperty("abandoned").GetInt32(), carts.GetProperty("recovered").GetInt32(), carts.GetProperty("bought").GetInt32()));
    }

    [Theory, BothStores]
    public async Task BoughtEmptiedOrErased_IsNeverTold(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Abandonment:IdleAfter", "00:00:03"));
        var (ann, ben, cid) = (new Shopper(till), new Shopper(till, "ben"), new Shopper(till, "cid"));
        var (bought, emptied, erased) = (await ann.FilledCartAsync(), await ben.FilledCartAsync(), await cid.FilledCartAsync());
        await ben.AskCartAsync(new SetCartQuantity { CartId = emptied.CartId, OwnerId = "ben", Sku = "MOUSE", Quantity = 0, Key = "empty" });
        await till.ReadAsync(db => db.Carts.Where(x => x.Id == erased.CartId).ExecuteDeleteAsync(Token));
        await BuyAsync(ann, bought.CartId);

        await StandsAsync(till, erased.CartId, "Gone");
        await StandsAsync(till, bought.CartId, "Purchased");
        Assert.DoesNotContain(till.Events.Of<CartAbandoned>(), left => left.CartId == emptied.CartId || left.CartId == erased.CartId);
    }

    [Theory, BothStores]
    public async Task ShareThatIsHeldOut_IsDrawnOnceAndEvenly(Store store)
    {
        await using var till = await Till.OpenAsync(store, Soon, ("Abandonment:HoldOutPercent", "100"));
        await new Shopper(till).FilledCartAsync();

        Assert.True((await till.Events.OneAsync<CartAbandoned>()).IsHeldOut);
        var drawn = Enumerable.Range(0, 10_000).Count(number => CartWatch.IsInHoldOut(CartWatch.IdOf($"cart-{number}"), 10));
        Assert.InRange(drawn, 850, 1150);
    }

    [Theory, BothStores]
    public async Task AfterStop_NothingIsTold_UntilTheShopperWantsItAgain(Store store)
    {
        await using var till = await Till.OpenAsync(store, Soon, ("Abandonment:HoldOutPercent", "0"));
        var ann = new Shopper(till);
        var now = till.Time.GetUtcNow();
        await WishAsync(till, ann, wanted: false, now);
        // An older wish that was overtaken.
        await WishAsync(till, ann, wanted: true, now.AddMinutes(-1));
        var cart = await ann.FilledCartAsync();

        await StandsAsync(till, cart.CartId, "Abandoned");
        Assert.Empty(till.Events.Of<CartAbandoned>());
        await WishAsync(till, ann, wanted: true, now.AddMinutes(1));
        await ann.AddAsync(cart.CartId, "LAMP", 1);

        Assert.Equal(cart.Version + 1, (await till.Events.OneAsync<CartAbandoned>()).Version);
    }

    [Theory, BothStores]
    public async Task ErasedCustomer_IsNeverTold_AndTheirOrdersStayWithoutAName(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Abandonment:IdleAfter", "00:00:03"), ("Abandonment:HoldOutPercent", "0"));
        var ann = new Shopper(till);
        var bought = await ann.FilledCartAsync();
        await BuyAsync(ann, bought.CartId);
        var left = await ann.FilledCartAsync();
        await ann.AskCartAsync(new SetCartNote { CartId = left.CartId, OwnerId = ann.OwnerId, Note = "For Ann", Key = "note" });
        var quote = Assert.IsType<CheckoutDetails>(await ann.QuoteAsync(left.CartId));

        var receipt = Assert.IsType<CustomerErased>(await till.AskAsync<EraseCustomer, CustomerErased, CartRefused, CartNotFound>(new EraseCustomer { OwnerId = ann.OwnerId }));

        Assert.Equal((1, 2, 0), (receipt.Orders, receipt.Carts, receipt.CheckoutsUnderWay));
        Assert.Equal("confirmation_mismatch", Assert.IsType<CheckoutRefused>(await ann.CompleteAsync(quote)).Code);
        var order = await till.ReadAsync(db => db.Orders.SingleAsync(Token));
        Assert.Equal((4900, null, null), (order.Total, order.BuyerName, order.BuyerAddress));
        Assert.Equal(0, await till.ReadAsync(db => db.Customers.CountAsync(Token)));
        Assert.Equal(0, await till.ReadAsync(db => db.Quotes.CountAsync(x => x.BuyerName != null || x.BuyerEmail != null || x.BuyerAddress != null, Token)));
        Assert.DoesNotContain(await till.ReadAsync(db => db.HandledCalls.Select(x => x.Outcome).ToListAsync(Token)), outcome => outcome.Contains("Ann Buyer", StringComparison.Ordinal));
        var looks = await LooksAsync(till, left.CartId);
        await Until.TrueAsync(async () => await LooksAsync(till, left.CartId) > looks, "a look after the erasure");
        Assert.Empty(till.Events.Of<CartAbandoned>());
    }

    private static Task<int> LooksAsync(Till till, string cartId) =>
        till.ReadAsync(db => db.CartWatches.Where(x => x.CartId == cartId).Select(x => x.Version).SingleAsync(Token));

    private static async Task WishAsync(Till till, Shopper shopper, bool wanted, DateTimeOffset at)
    {
        var messageId = Guid.NewGuid();
        await till.PublishAsync(new SetReminders { OwnerId = shopper.OwnerId, Wanted = wanted, At = at }, messageId);
        await Until.TrueAsync(() => till.HandledAsync(messageId), "the wish taken");
    }

    private static Task StandsAsync(Till till, string cartId, string state)
    {
        var id = CartWatch.IdOf(cartId);
        return Until.TrueAsync(() => till.ReadAsync(db => db.CartWatches.AnyAsync(x => x.CorrelationId == id && x.CurrentState == state, Token)), $"the watch in {state}");
    }

    private static async Task BuyAsync(Shopper shopper, string cartId)
    {
        var quote = Assert.IsType<CheckoutDetails>(await shopper.QuoteAsync(cartId));
        Assert.IsType<CheckoutDetails>(await shopper.CompleteAsync(quote));
        await shopper.StandsAsync(quote.CheckoutId, "AwaitingPayment");
        using var page = await shopper.PressAsync(quote.CheckoutId, "pay");
        await shopper.StandsAsync(quote.CheckoutId, "Placed");
    }

    private static async Task<JsonElement> MetricsAsync(Till till)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/orders/metrics");
        request.Headers.Add(AdminHeader.Name, "any");
        using var answer = await till.Http.SendAsync(request, Token);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
