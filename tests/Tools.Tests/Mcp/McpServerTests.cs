using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Tests.Mcp;

/// <summary>The official client over real HTTP.</summary>
public sealed class McpServerTests
{
    private static readonly string[] Names =
    [
        "cancel_checkout", "complete_checkout", "create_cart", "create_checkout", "get_cart", "get_checkout",
        "get_order", "get_product", "list_orders", "search_catalog", "update_cart",
    ];

    [Fact]
    public async Task Listing_HasEveryToolInOrder_WithSchemasAndHints()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await ConnectAsync(shop);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Names, tools.Select(tool => tool.Name));
        Assert.All(tools, tool =>
        {
            Assert.False(tool.ProtocolTool.InputSchema.GetProperty("additionalProperties").GetBoolean());
            Assert.DoesNotContain("$ref", $"{tool.ProtocolTool.InputSchema}{tool.ProtocolTool.OutputSchema}", StringComparison.Ordinal);
            Assert.Equal("object", tool.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString());
            Assert.All(tool.ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject(), x => Assert.True(x.Value.TryGetProperty("description", out _), x.Name));
            Assert.Equal(tool.Name.StartsWith("get_", StringComparison.Ordinal) || tool.Name is "search_catalog" or "list_orders", tool.ProtocolTool.Annotations!.ReadOnlyHint);
        });
        Assert.Contains("complete_checkout", client.ServerInstructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_IsStructured_AndTheSameAsText()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetProduct>(asked => Samples.Product(asked.ProductId));
        await using var client = await ConnectAsync(shop);

        var result = await CallAsync(client, "get_product", new() { ["id"] = "mug" });

        Assert.Equal("mug", result.StructuredContent!.Value.GetProperty("id").GetString());
        Assert.True(JsonElement.DeepEquals(result.StructuredContent.Value, JsonElement.Parse(Text(result))));
    }

    [Fact]
    public async Task Refusal_IsAnErrorTheModelCanRead()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await ConnectAsync(shop);

        var result = await CallAsync(client, "update_cart", new() { ["cart_id"] = "c", ["price"] = 1 });

        Assert.True(result.IsError);
        Assert.Null(result.StructuredContent);
        Assert.Contains("\\u0022price\\u0022 is not an argument here", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cart_BelongsToTheKey_AndEachCallIsNew_UnlessAKeyIsGiven()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1"));
        await using var client = await ConnectAsync(shop);

        await CallAsync(client, "create_cart", []);
        await CallAsync(client, "create_cart", []);
        await CallAsync(client, "create_cart", new() { ["idempotency_key"] = "mine" });

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
        await using var client = await ConnectAsync(shop);

        var fault = await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync(client, "grant_discount", []));

        Assert.Equal(McpErrorCode.InvalidParams, fault.ErrorCode);
        Assert.Contains("search_catalog", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyWithOneScope_SeesAndMayDoOnlyThat()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await ConnectAsync(shop, "catalog:read");

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var result = await CallAsync(client, "create_cart", []);

        Assert.Equal(["get_product", "search_catalog"], tools.Select(tool => tool.Name));
        Assert.True(result.IsError);
        Assert.Contains("missing_scope", Text(result), StringComparison.Ordinal);
        Assert.Contains("cart:write", Text(result), StringComparison.Ordinal);
        Assert.Equal(0, shop.Modules.Count);
    }

    private static async Task<McpClient> ConnectAsync(Shop shop, params IReadOnlyList<string> scopes)
    {
        var options = new HttpClientTransportOptions
        {
            Endpoint = shop.Mcp,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {await shop.KeyAsync(scopes)}" },
        };
        return await McpClient.CreateAsync(new HttpClientTransport(options, shop.Http), cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments) =>
        await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
