using System.Net;
using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Mcp;

/// <summary>Old and new clients on the same address, and no session kept for any.</summary>
public sealed class RevisionTests
{
    private const string GetMug = "\"name\":\"get_product\",\"arguments\":{\"id\":\"mug\"},";

    [Theory]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    public async Task OlderClient_ShakesHands_AndCallsWithoutASession(string revision)
    {
        await using var shop = await Shop.StartAsync("Development");
        shop.Modules.On<GetProduct>(asked => Samples.Product(asked.ProductId));
        var hello = $$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"{{{revision}}}","capabilities":{},"clientInfo":{"name":"t","version":"1"} } }""";

        using var welcome = await McpWire.PostAsync(shop, hello);
        using var called = await McpWire.PostAsync(shop, McpWire.Call("get_product", """{"id":"mug"}"""), ("MCP-Protocol-Version", revision));

        Assert.Equal(revision, (await ResultAsync(welcome)).GetProperty("protocolVersion").GetString());
        Assert.False(welcome.Headers.Contains("Mcp-Session-Id"));
        Assert.Equal("mug", (await ResultAsync(called)).GetProperty("structuredContent").GetProperty("id").GetString());
    }

    [Fact]
    public async Task NewestClient_DiscoversAndCalls_WithAllItNeedsInEachRequest()
    {
        await using var shop = await Shop.StartAsync("Development");
        shop.Modules.On<GetProduct>(asked => Samples.Product(asked.ProductId));

        using var discovered = await PostAsync(shop, "server/discover", "", null);
        using var called = await PostAsync(shop, "tools/call", GetMug, "get_product");
        using var removed = await PostAsync(shop, "ping", "", null);

        Assert.Contains("2026-07-28", (await ResultAsync(discovered)).GetProperty("supportedVersions").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal("mug", (await ResultAsync(called)).GetProperty("structuredContent").GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
    }

    [Fact]
    public async Task HeaderThatContradictsTheBody_IsRefused()
    {
        await using var shop = await Shop.StartAsync("Development");

        using var response = await PostAsync(shop, "tools/call", GetMug, "create_cart");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("-32020", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, shop.Modules.Count);
    }

    private static Task<HttpResponseMessage> PostAsync(Shop shop, string method, string parameters, string? name) => McpWire.PostAsync(shop,
        $$$$"""{"jsonrpc":"2.0","id":1,"method":"{{{{method}}}}","params":{ {{{{parameters}}}} "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{} } } }""",
        ("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", method), ("Mcp-Name", name));

    private static async Task<JsonElement> ResultAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {body}");
        var data = body.Split('\n').FirstOrDefault(line => line.StartsWith("data:", StringComparison.Ordinal))?[5..] ?? body;
        return JsonElement.Parse(data).GetProperty("result");
    }
}
