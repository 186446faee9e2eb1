using System.Text.Json;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Calls;

/// <summary>Bad arguments reach no module, and each fault is named.</summary>
public sealed class StrictnessTests
{
    [Theory]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"a","quantity":1,"price":1}]}""", "add[0].price")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"a","quantity":1}],"total":5}""", "total")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"a","quantity":0}]}""", "add[0].quantity", "1 to 99")]
    [InlineData("update_cart", """{"cart_id":"c","set":[{"sku":"a","quantity":-1}]}""", "set[0].quantity", "0 to 99")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"a","quantity":"2"}]}""", "add[0].quantity", "whole number")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"a","quantity":1.5}]}""", "add[0].quantity")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"a","quantity":99999999999999999999}]}""", "add[0].quantity")]
    [InlineData("update_cart", """{"cart_id":"c","add":[]}""", "add", "1 to 20")]
    [InlineData("update_cart", """{"cart_id":"c"}""", "exactly one")]
    [InlineData("update_cart", """{"cart_id":"c","line_items":[],"set":[{"sku":"a","quantity":1}]}""", "exactly one")]
    [InlineData("create_cart", """{"customer":"somebody","role":"admin"}""", "customer", "role")]
    [InlineData("search_catalog", "{}", "query", "missing")]
    [InlineData("search_catalog", """{"query":7,"limit":51,"Offset":1}""", "query", "limit", "Offset")]
    [InlineData("get_product", """{"id":null}""", "id")]
    [InlineData("get_product", """{"id":""}""", "id")]
    [InlineData("get_product", """{"id":"a","id":"b"}""", "each name once")]
    [InlineData("get_product", "[]", "an object")]
    [InlineData("get_product", "{", "one JSON object")]
    [InlineData("create_checkout", """{"cart_id":"c","buyer":{"name":"A","phone":"1"}}""", "buyer.phone")]
    [InlineData("cancel_order", """{"order_number":"EB-1","reason":"because"}""", "reason", "ordered by mistake")]
    [InlineData("return_order_items", """{"order_number":"EB-1","items":[],"payment_method_id":"p","refund":1}""", "items", "refund")]
    [InlineData("update_order_address", """{"order_number":"EB-1","address":{"line1":"a"}}""", "address.city", "address.postal_code", "address.country")]
    [InlineData("get_customer", """{"customer_id":"somebody"}""", "customer_id")]
    [InlineData("find_customer", """{"first_name":"A"}""", "email", "postal_code")]
    [InlineData("lookup_catalog", """{"ids":["a",7]}""", "ids[1]")]
    [InlineData("search_catalog", """{"query":"half a \ud83d smile"}""", "Unicode")]
    [InlineData("search_catalog", """{"query":"\udc00\ud800"}""", "Unicode")]
    [InlineData("search_catalog", """{"query":"a","\ud800":1}""", "Unicode")]
    [InlineData("search_catalog", """{"query":"a","\ud800":1,"\ud800":2}""", "Unicode")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"\udfff","quantity":1}]}""", "Unicode")]
    [InlineData("create_cart", """{"idempotency_key":"\ud800"}""", "Unicode")]
    [InlineData("create_cart", """{"idempotency_key":"\u0000"}""", "Unicode")]
    public async Task BadArguments_AreRefused_NamingEachFault(string tool, string arguments, params string[] named)
    {
        await using var shop = await Shop.StartAsync();

        var result = await shop.InvokeAsync(tool, arguments);

        Assert.True(result.IsError);
        Assert.Equal("invalid_arguments", JsonElement.Parse(result.Content).GetProperty("code").GetString());
        Assert.All(named, name => Assert.Contains(name, result.Text, StringComparison.Ordinal));
        Assert.Equal(0, shop.Modules.Count);
    }

    [Fact]
    public async Task HugeOrDeepArguments_AreRefused()
    {
        await using var shop = await Shop.StartAsync();

        var huge = await shop.InvokeAsync("search_catalog", $$"""{"query":"{{new string('x', 65 * 1024)}}"}""");
        var deep = await shop.InvokeAsync("search_catalog", new string('[', 17) + new string(']', 17));

        Assert.Contains("64 KB", huge.Text, StringComparison.Ordinal);
        Assert.Contains("16 levels", deep.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search_catalog", """{"query":"\ud800"}""")]
    [InlineData("search_catalog", """{"query":"a","\ud800":1}""")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"\udfff","quantity":1}]}""")]
    public async Task HalfASurrogatePair_OverHttp_IsTheCallersFault(string tool, string arguments)
    {
        await using var shop = await Shop.StartAsync("Development");

        using var response = await McpWire.PostAsync(shop, McpWire.Call(tool, arguments));

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}: {body}");
        Assert.DoesNotContain("-32603", body, StringComparison.Ordinal);
        Assert.Equal(0, shop.Modules.Count);
    }

    [Fact]
    public async Task UnknownTool_IsToldTheNames()
    {
        await using var shop = await Shop.StartAsync();

        var result = await shop.InvokeAsync("delete_shop", "{}");

        Assert.Contains("unknown_tool", result.Content, StringComparison.Ordinal);
        Assert.Contains("search_catalog", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RandomCalls_NeverBreakTheServer()
    {
        await using var shop = await Shop.StartAsync("Development");
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            using var response = await McpWire.PostAsync(shop, Body(random));
            Assert.True((int)response.StatusCode < 500, $"Round {round} answered {(int)response.StatusCode}.");
        }
        Assert.Equal(0, shop.Modules.Count);
    }

    private static string Body(Random random)
    {
        string[] pieces = ["{", "}", "[", "]", ":", ",", "null", "true", "-1", "1e400", "\"a\"", "\"price\"", "\"\\u0000\"", "\"\\ud800\"", "\"jsonrpc\"", "\"method\"", "{}"];
        var noise = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
        return random.Next(4) switch
        {
            0 => noise,
            1 => $$$$"""{"jsonrpc":"2.0","id":{{{{random.Next()}}}},"method":"tools/call","params":{{{{noise}}}}}""",
            2 => $$$$"""{"jsonrpc":"2.0","id":{{{{random.Next()}}}},"method":"tools/call","params":{"name":"update_cart","arguments":{{{{noise}}}}}}""",
            _ => $$$$"""{"jsonrpc":"2.0","id":{{{{random.Next()}}}},"method":"tools/call","params":{"name":"get_product","arguments":{"id":"a","x":"{{{{random.Next()}}}}"}}}""",
        };
    }
}
