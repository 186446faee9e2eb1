using System.Net;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Mcp;

/// <summary>What a page elsewhere could send through a visitor's browser.</summary>
public sealed class OriginTests
{
    private const string Listing = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";
    private static readonly (string, string)[] Known = [("Shop:PublicUrl", "https://shop.example/start"), ("Tools:Mcp:AllowedHosts:0", "tools.internal")];

    [Theory]
    [InlineData("http://localhost:3000", HttpStatusCode.OK)]
    [InlineData("https://shop.example", HttpStatusCode.OK)]
    [InlineData("https://shop.example:444", HttpStatusCode.Forbidden)]
    [InlineData("https://shop.example.evil.test", HttpStatusCode.Forbidden)]
    [InlineData("https://tools.internal", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.test", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task Origin_IsLoopbackOrTheShop(string origin, HttpStatusCode expected)
    {
        await using var shop = await Shop.StartAsync("Development", null, Known);

        using var response = await McpWire.PostAsync(shop, Listing, ("Origin", origin));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost:8080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    [InlineData("shop.example", HttpStatusCode.OK)]
    [InlineData("TOOLS.internal:9000", HttpStatusCode.OK)]
    [InlineData("evil.test", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.test", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.test:8080", HttpStatusCode.Forbidden)]
    [InlineData("169.254.169.254", HttpStatusCode.Forbidden)]
    public async Task Host_IsLoopbackOrTheShop_OrNamedByTheOperator(string host, HttpStatusCode expected)
    {
        await using var shop = await Shop.StartAsync("Development", null, Known);

        using var response = await McpWire.PostAsync(shop, Listing, ("Host", host));

        Assert.Equal(expected, response.StatusCode);
    }
}
