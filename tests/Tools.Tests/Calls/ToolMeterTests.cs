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

    private static async Task CallAsync(Shop shop, string bearer, string tool)
    {
        using var response = await McpWire.PostAsync(shop, McpWire.Call(tool, "{}"), ("Authorization", bearer));
        response.EnsureSuccessStatusCode();
    }
}
