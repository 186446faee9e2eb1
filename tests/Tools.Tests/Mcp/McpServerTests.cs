using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Tests.Mcp;

/// <summary>The official client over real HTTP.</summary>
public sealed class McpServerTests
{
    private static readonly string[] Names =
    [
        "cancel_cart", "cancel_checkout", "cancel_order", "complete_checkout", "create_cart", "create_checkout", "exchange_order_items", "get_cart", "get_checkout", "get_customer",
        "get_order", "get_product", "hand_off_to_human", "list_orders", "lookup_catalog", "merge_cart", "return_order_items", "search_catalog", "update_cart", "update_checkout",
        "update_customer_address", "update_order_address", "update_order_items", "update_order_payment",
    ];

    [Fact]
    public async Task Listing_HasEveryToolInOrder_WithSchemasAndHints()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Names, tools.Select(tool => tool.Name));
        Assert.All(tools, tool =>
        {
            Assert.False(tool.ProtocolTool.InputSchema.GetProperty("additionalProperties").GetBoolean());
            Assert.DoesNotContain("$ref", $"{tool.ProtocolTool.InputSchema}{tool.ProtocolTool.OutputSchema}", StringComparison.Ordinal);
            Assert.Equal("object", tool.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString());
            Assert.All(tool.ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject(), x => Assert.True(x.Value.TryGetProperty("description", out _), x.Name));
            Assert.Equal(tool.Name.StartsWith("get_", StringComparison.Ordinal) || tool.Name is "search_catalog" or "lookup_catalog" or "list_orders", tool.ProtocolTool.Annotations!.ReadOnlyHint);
        });
        Assert.Contains("complete_checkout", client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_IsStructured_AndTheSameAsText()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetProduct>(asked => Samples.Product(asked.ProductId));
        await using var client = await McpClients.ConnectAsync(shop);

        var result = await client.CallAsync("get_product", new() { ["id"] = "mug" });

        Assert.Equal("mug", result.StructuredContent!.Value.GetProperty("id").GetString());
        Assert.True(JsonElement.DeepEquals(result.StructuredContent.Value, JsonElement.Parse(result.Text())));
    }

    [Fact]
    public async Task Refusal_IsAnErrorTheModelCanRead()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop);

        var result = await client.CallAsync("update_cart", new() { ["cart_id"] = "c", ["price"] = 1 });

        Assert.True(result.IsError);
        Assert.Null(result.StructuredContent);
        Assert.Contains("\\u0022price\\u0022 is not an argument here", result.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_BelongsToTheKey_AndEachCallIsNew_UnlessAKeyIsGiven()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1"));
        await using var client = await McpClients.ConnectAsync(shop);

        await client.CallAsync("create_cart", []);
        await client.CallAsync("create_cart", []);
        await client.CallAsync("create_cart", new() { ["idempotency_key"] = "mine" });

        var asked = shop.Modules.Asked<CreateCart>();
        var id = Assert.Single(await shop.Services.ListApiKeysAsync(TestContext.Current.CancellationToken)).Split(' ')[0];
        Assert.All(asked, cart => Assert.Equal($"key-{id}", cart.OwnerId));
        Assert.Equal(3, asked.Select(cart => cart.Key).Distinct().Count());
        Assert.Equal("mine", asked[2].Key);
    }

    [Fact]
    public async Task UnknownTool_IsAProtocolError()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop);

        var fault = await Assert.ThrowsAsync<McpProtocolException>(() => client.CallAsync("grant_discount", []));

        Assert.Equal(McpErrorCode.InvalidParams, fault.ErrorCode);
        Assert.Contains("search_catalog", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyWithOneScope_SeesAndMayDoOnlyThat()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop, "catalog:read");

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var result = await client.CallAsync("create_cart", []);

        Assert.Equal(["get_product", "lookup_catalog", "search_catalog"], tools.Select(tool => tool.Name));
        Assert.True(result.IsError);
        Assert.Contains("missing_scope", result.Text(), StringComparison.Ordinal);
        Assert.Contains("cart:write", result.Text(), StringComparison.Ordinal);
        Assert.Equal(0, shop.Modules.Count);
    }
}
