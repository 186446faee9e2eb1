using System.Net;
using System.Net.Http.Json;
using EcommerceBot.Tools.Tests.Sample;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Tools.Tests.Mcp;

/// <summary>Who gets in, over real HTTP.</summary>
public sealed class AccessTests(Stores stores)
{
    private const string Listing = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task NoKey_IsAskedForOne(string environment)
    {
        await using var shop = await Shop.StartAsync(environment);

        using var response = await PostAsync(shop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData("Bearer ebk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer short")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task WrongKey_IsRefused_EvenOnADevelopersMachine(string authorization)
    {
        await using var shop = await Shop.StartAsync("Development");

        using var response = await PostAsync(shop, ("Authorization", authorization));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task RightKey_GetsIn_UntilItIsRevoked(string store)
    {
        await using var shop = await Shop.StartAsync(settings: await stores.FreshAsync(store));
        var bearer = $"Bearer {await shop.KeyAsync()}";
        using (var welcome = await PostAsync(shop, ("Authorization", bearer)))
            Assert.Equal(HttpStatusCode.OK, welcome.StatusCode);

        var line = Assert.Single(await shop.Services.ListApiKeysAsync(TestContext.Current.CancellationToken));
        Assert.True(await shop.Services.RevokeApiKeyAsync(line.Split(' ')[0], TestContext.Current.CancellationToken));

        using var refused = await PostAsync(shop, ("Authorization", bearer));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task ExpiredKey_IsRefused(string store)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var shop = await Shop.StartAsync(time: time, settings: await stores.FreshAsync(store));
        var key = await shop.Services.CreateApiKeyAsync("Soon over", [], time.GetUtcNow().AddHours(1), TestContext.Current.CancellationToken);
        using (var welcome = await PostAsync(shop, ("Authorization", $"Bearer {key}")))
            Assert.Equal(HttpStatusCode.OK, welcome.StatusCode);

        time.Advance(TimeSpan.FromHours(1));

        using var refused = await PostAsync(shop, ("Authorization", $"Bearer {key}"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", null, HttpStatusCode.OK)]
    [InlineData("::1", null, HttpStatusCode.OK)]
    [InlineData("203.0.113.9", null, HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "203.0.113.9", HttpStatusCode.Unauthorized)]
    public async Task DeveloperWithoutKey_GetsIn_OnlyFromTheSameMachine(string address, string? forwardedFor, HttpStatusCode expected)
    {
        await using var shop = await Shop.StartAsync("Development");

        using var response = await PostAsync(shop, ("Test-Remote-Address", address), ("X-Forwarded-For", forwardedFor));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LargeBody_IsRefused_AnnouncedOrNot(bool announced)
    {
        await using var shop = await Shop.StartAsync("Development");
        using var request = new HttpRequestMessage(HttpMethod.Post, shop.Mcp) { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = new string('x', 300_000) }) };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.TransferEncodingChunked = !announced;

        using var response = await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task NewKey_StatesAllThatIsWrongWithIt(string store)
    {
        await using var shop = await Shop.StartAsync(settings: await stores.FreshAsync(store));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => shop.Services.CreateApiKeyAsync(
            " ", ["cart:write", "shop:own"], DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken));

        Assert.Contains("name", fault.Message, StringComparison.Ordinal);
        Assert.Contains("shop:own", fault.Message, StringComparison.Ordinal);
        Assert.Contains("future", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await shop.Services.ListApiKeysAsync(TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> PostAsync(Shop shop, params (string Name, string? Value)[] headers) => McpWire.PostAsync(shop, Listing, headers);
}
