using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Mcp;

/// <summary>Agents whose connection breaks call again with the same key: one effect each. <c>REPEATED_CALLS</c> sets how many; the full campaign is 5,000.</summary>
public sealed class RepeatedCallsTests(ServersFixture servers)
{
    private const int Reduced = 300;
    private const int Lanes = 8;
    // Fewer pieces than the demo shop has of one variant.
    private const int CallsPerCart = 5;
    private static readonly int Calls = int.TryParse(Environment.GetEnvironmentVariable("REPEATED_CALLS"), out var calls) ? calls : Reduced;

    [Theory]
    [InlineData(Store.Embedded)]
    [InlineData(Store.Servers)]
    public async Task BrokenAndRepeated_EachCallHasOneEffect(Store store)
    {
        var settings = new Dictionary<string, string>(await servers.StoresAsync(store)) { ["RateLimits__PerAddress__/mcp"] = "0", ["Tools__Limits__PerMinute"] = "0" };
        await using var shop = await ShopForAgents.StartAsync(settings);
        var key = await shop.CreateKeyAsync();
        await using var agent = await shop.ConnectAsync(key);
        var sku = (await Purchases.QuoteAsync(agent)).Sku;

        var carts = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => FillAsync(shop.Host, key, sku, lane)));

        Assert.Equal(Calls, carts.Sum(cart => cart.Calls));
        foreach (var (ids, _) in carts)
        {
            foreach (var (id, pieces) in ids)
            {
                var cart = await agent.AskAsync("get_cart", new { cart_id = id });
                Assert.Equal(pieces, cart.GetProperty("line_items")[0].GetProperty("quantity").GetInt32());
            }
        }
        var expected = carts.Sum(cart => cart.Carts.Count) + 1;
        Assert.Equal(expected, await shop.Ledger.CountAsync("SELECT count(*) FROM orders.carts"));
    }

    /// <summary>Adds one piece per call; a first try is cut off after a moment of random length, the second is waited for.</summary>
    private static async Task<(Dictionary<string, int> Carts, int Calls)> FillAsync(HostProcess host, string key, string sku, int lane)
    {
        var (random, carts, calls, cart) = (new Random(lane), new Dictionary<string, int>(), 0, "");
        for (var call = lane; call < Calls; call += Lanes, calls++)
        {
            if (calls % CallsPerCart == 0)
            {
                cart = (await TwiceAsync(host, key, random, "create_cart", new { idempotency_key = $"cart-{lane}-{call}" })).GetProperty("cart_id").GetString()!;
                carts[cart] = 0;
            }
            await TwiceAsync(host, key, random, "update_cart", new { cart_id = cart, add = new[] { new { sku, quantity = 1 } }, idempotency_key = $"add-{lane}-{call}" });
            carts[cart]++;
        }
        return (carts, calls);
    }

    private static async Task<JsonElement> TwiceAsync(HostProcess host, string key, Random random, string tool, object arguments)
    {
        var body = JsonSerializer.Serialize(new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name = tool, arguments } });
        using (var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(1, 30))))
        {
            try
            {
                await PostAsync(host, key, body, cut.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException)
            {
                // What this test is about.
            }
        }
        var answer = await PostAsync(host, key, body, TestContext.Current.CancellationToken);
        var result = JsonElement.Parse(answer.Split('\n').First(line => line.StartsWith("data:", StringComparison.Ordinal))[5..]).GetProperty("result");
        Assert.True(result.TryGetProperty("structuredContent", out var content), answer);
        return content;
    }

    private static async Task<string> PostAsync(HostProcess host, string key, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await host.Client.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
