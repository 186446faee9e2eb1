using System.Net;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Tools.Tests.Access;

public sealed class KeyRotationTests(Stores stores)
{
    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task RotatedKey_ReachesTheSameCarts_AndTheOldOneEndsAfterTheOverlap(string store)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var shop = await Shop.StartAsync(time: time, settings: await stores.FreshAsync(store));
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1"));
        var first = await shop.KeyAsync();
        var id = (await ListAsync(shop)).Single().Split(' ')[0];

        var second = (await shop.Services.RotateApiKeyAsync(id, TimeSpan.FromHours(2), TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.OK, await CreateCartAsync(shop, first));
        Assert.Equal(HttpStatusCode.OK, await CreateCartAsync(shop, second));
        time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(HttpStatusCode.Unauthorized, await CreateCartAsync(shop, first));
        Assert.Equal(HttpStatusCode.OK, await CreateCartAsync(shop, second));
        Assert.All(shop.Modules.Asked<CreateCart>(), asked => Assert.Equal($"key-{id}", asked.OwnerId));
        Assert.Null(await shop.Services.RotateApiKeyAsync(id, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task LastUse_IsShownInTheList(string store)
    {
        await using var shop = await Shop.StartAsync(settings: await stores.FreshAsync(store));
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1"));
        var key = await shop.KeyAsync();
        Assert.Contains("never used", (await ListAsync(shop)).Single(), StringComparison.Ordinal);

        await CreateCartAsync(shop, key);

        Assert.Matches(@"used \d{4}-\d{2}-\d{2} \d{2}:\d{2}", (await ListAsync(shop)).Single());
    }

    [Fact]
    public async Task ActingForACustomer_NeedsItsScope_AndIsRefusedInProduction()
    {
        await using var shop = await Shop.StartAsync("Staging");
        await using var production = await Shop.StartAsync();
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1"));

        Assert.Equal(HttpStatusCode.OK, await CreateCartAsync(shop, await shop.KeyAsync("cart:write", "act_as_customer"), "customer-9"));
        Assert.Equal(HttpStatusCode.Forbidden, await CreateCartAsync(shop, await shop.KeyAsync("cart:write"), "customer-9"));

        Assert.Equal("customer-9", shop.Modules.Single<CreateCart>().OwnerId);
        await Assert.ThrowsAsync<ArgumentException>(() => production.KeyAsync("act_as_customer"));
    }

    private static Task<IReadOnlyList<string>> ListAsync(Shop shop) => shop.Services.ListApiKeysAsync(TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> CreateCartAsync(Shop shop, string key, string? customer = null)
    {
        using var response = await McpWire.PostAsync(shop, McpWire.Call("create_cart", "{}"), ("Authorization", $"Bearer {key}"), ("Act-As-Customer", customer));
        return response.StatusCode;
    }
}
