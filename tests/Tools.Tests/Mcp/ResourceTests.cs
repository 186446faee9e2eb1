using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Tests.Mcp;

public sealed class ResourceTests
{
    [Fact]
    public async Task Product_ReadsAsItsToolShowsIt()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetProduct>(asked => Samples.Product(asked.ProductId)).On<SearchProducts>(_ => new ProductsFound { Products = [Samples.Summary("mug")], Total = 1 });
        await using var client = await McpClients.ConnectAsync(shop);

        var resource = await ReadAsync(client, "shop://products/red%20mug");
        var tool = await client.CallAsync("get_product", new() { ["id"] = "red mug" });
        var popular = await ReadAsync(client, (await client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken)).Single().Uri);

        Assert.Equal("red mug", shop.Modules.Asked<GetProduct>()[0].ProductId);
        Assert.Equal(tool.Text(), resource);
        Assert.Equal(1, JsonElement.Parse(popular).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Order_IsReadForItsOwnerOnly()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetOrder>(asked => new OrderNotFound { OrderNumber = asked.OrderNumber });
        await using var client = await McpClients.ConnectAsync(shop);

        var fault = await Assert.ThrowsAsync<McpProtocolException>(() => ReadAsync(client, "shop://orders/EB-1"));

        Assert.StartsWith("key-", shop.Modules.Single<GetOrder>().OwnerId, StringComparison.Ordinal);
        Assert.Contains("There is no such order", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop://secrets/1")]
    [InlineData("shop://products/")]
    [InlineData("file:///etc/passwd")]
    public async Task UnknownUri_IsToldWhatThereIs(string uri)
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop);

        var fault = await Assert.ThrowsAsync<McpProtocolException>(() => ReadAsync(client, uri));

        Assert.Contains("shop://products/{id}", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, shop.Modules.Count);
    }

    [Fact]
    public async Task KeyWithoutTheScope_NeitherSeesNorReads()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop, "cart:write");

        Assert.Empty(await client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Empty(await client.ListResourceTemplatesAsync(cancellationToken: TestContext.Current.CancellationToken));
        var fault = await Assert.ThrowsAsync<McpProtocolException>(() => ReadAsync(client, "shop://orders/EB-1"));

        Assert.Contains("order:read", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, shop.Modules.Count);
    }

    private static async Task<string> ReadAsync(McpClient client, string uri)
    {
        var result = await client.ReadResourceAsync(uri, cancellationToken: TestContext.Current.CancellationToken);
        return Assert.IsType<TextResourceContents>(Assert.Single(result.Contents)).Text;
    }
}
