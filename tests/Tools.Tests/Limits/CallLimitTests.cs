using System.Net;
using System.Text.Json;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Tools.Tests.Limits;

public sealed class CallLimitTests
{
    private const string Listing = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Fact]
    public async Task Quota_IsPerKey_AndOverWithItsMinute()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 40, TimeSpan.Zero));
        await using var shop = await Shop.StartAsync(time: time, settings: ("Tools:Limits:PerMinute", "2"));
        var (greedy, other) = (await shop.KeyAsync(), await shop.KeyAsync());

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await PostAsync(shop, greedy), await PostAsync(shop, greedy)]);
        using var refused = await McpWire.PostAsync(shop, Listing, ("Authorization", $"Bearer {greedy}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(20), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(shop, other));
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(shop, greedy));
    }

    [Fact]
    public async Task Pool_LetsSoManyRunAtOnce_AndTellsTheRestToComeBack()
    {
        await using var shop = await Shop.StartAsync("Development", null, ("MCP_CLIENT_POOL_SIZE", "2"), ("Tools:Limits:Waiting", "1"));
        using var free = new ManualResetEventSlim();
        var (running, most) = (0, 0);
        shop.Modules.On<CreateCart>(_ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            free.Wait(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref running);
            return Samples.Cart("cart-1");
        });

        var calls = Enumerable.Range(0, 6).Select(_ => CreateCartAsync(shop)).ToList();
        await Eventually.UntilAsync(() => calls.Count(call => call.IsCompleted) == 3);
        free.Set();
        var answers = await Task.WhenAll(calls);

        Assert.Equal(3, answers.Count(answer => JsonElement.Parse(answer).TryGetProperty("code", out var code) && code.GetString() == "busy"));
        Assert.Equal(3, shop.Modules.Count);
        Assert.InRange(most, 1, 2);
    }

    private static async Task<HttpStatusCode> PostAsync(Shop shop, string key)
    {
        using var response = await McpWire.PostAsync(shop, Listing, ("Authorization", $"Bearer {key}"));
        return response.StatusCode;
    }

    private static async Task<string> CreateCartAsync(Shop shop)
    {
        using var response = await McpWire.PostAsync(shop, McpWire.Call("create_cart", "{}"));
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var data = JsonElement.Parse(body.Split('\n').First(line => line.StartsWith("data:", StringComparison.Ordinal))[5..]);
        return data.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;
    }
}
