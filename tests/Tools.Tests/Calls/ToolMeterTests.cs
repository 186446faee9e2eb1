using System.Text;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Calls;

public sealed class ToolMeterTests
{
    private const string Duration = "ecommercebot.tool.duration";

    [Fact]
    public async Task EveryCallFromAnAgent_IsMeasuredByToolAndOutcome()
    {
        await using var shop = await Shop.StartAsync();
        using var meter = new RecordedMeter(shop, Duration);
        shop.Modules.On<GetProduct>(asked => Samples.Product(asked.ProductId)).On<GetCart>(_ => new CartNotFound { CartId = "c" });

        await shop.InvokeAsync("get_product", """{"id":"mug"}""");
        await shop.InvokeAsync("get_cart", """{"cart_id":"c"}""");
        await shop.InvokeAsync("get_cart", "{}");
        await shop.InvokeAsync("grant_discount", "{}");

        Assert.Equal(
            [("get_product", "ok"), ("get_cart", "not_found"), ("get_cart", "invalid_arguments"), ("unknown", "unknown_tool")],
            meter.Measured.Select(x => (x.Tool, x.Outcome)));
        Assert.All(meter.Measured, x => Assert.InRange(x.Seconds, 0, 30));
    }

    [Fact]
    public async Task RefusalsAtTheDoor_AreMeasuredToo()
    {
        await using var shop = await Shop.StartAsync();
        using var meter = new RecordedMeter(shop, Duration);
        var bearer = $"Bearer {await shop.KeyAsync("catalog:read")}";

        await CallAsync(shop, bearer, "create_cart");
        await CallAsync(shop, bearer, "grant_discount");

        Assert.Equal([("create_cart", "missing_scope"), ("unknown", "unknown_tool")], meter.Measured.Select(x => (x.Tool, x.Outcome)));
    }

    [Fact]
    public async Task CallerThatHangsUp_EndsTheWaiting_AndIsMeasured()
    {
        await using var shop = await Shop.StartAsync("Development");
        using var meter = new RecordedMeter(shop, Duration);
        using var asked = new SemaphoreSlim(0);
        shop.Modules.On<CreateCart>(_ =>
        {
            asked.Release();
            return null;
        });
        using var hangUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, shop.Mcp) { Content = new StringContent(McpWire.Call("create_cart", "{}"), Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");

        var call = shop.Http.SendAsync(request, hangUp.Token);
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => (await call).Dispose());
        await Eventually.UntilAsync(() => meter.Measured.Count == 1);
        var measured = Assert.Single(meter.Measured);
        Assert.Equal(("create_cart", "cancelled"), (measured.Tool, measured.Outcome));
        Assert.InRange(measured.Seconds, 0, 5);
    }

    private static async Task CallAsync(Shop shop, string bearer, string tool)
    {
        using var response = await McpWire.PostAsync(shop, McpWire.Call(tool, "{}"), ("Authorization", bearer));
        response.EnsureSuccessStatusCode();
    }
}
