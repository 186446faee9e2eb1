using System.Net;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;
using ModelContextProtocol.Client;

namespace EcommerceBot.Integration.Tests.Mcp;

/// <summary>An agent with the official C# client buys something from the real Host.</summary>
public sealed class PurchaseOverMcpTests(ServersFixture servers)
{
    [Theory]
    [InlineData(Store.Embedded)]
    [InlineData(Store.Servers)]
    public async Task Agent_FindsQuotesConfirmsAndItsShopperPays_TheOrderIsThere(Store store)
    {
        await using var shop = await ShopForAgents.StartAsync(await servers.StoresAsync(store));
        await using var agent = await shop.ConnectAsync();

        var found = await agent.AskAsync("search_catalog", new { query = "hiking boots", limit = 3 });
        var product = await agent.AskAsync("get_product", new { id = found.GetProperty("products")[0].GetProperty("id").GetString() });
        var variant = product.GetProperty("variants").EnumerateArray().First(variant => variant.GetProperty("available").GetInt32() > 1);
        var cart = await agent.AskAsync("create_cart", new { });
        var sku = variant.GetProperty("sku").GetString();
        cart = await agent.AskAsync("update_cart", new { cart_id = Text(cart, "cart_id"), add = new[] { new { sku, quantity = 2 } } });
        var quote = await agent.AskAsync("create_checkout", new { cart_id = Text(cart, "cart_id"), buyer = new { name = "Ada Lovelace", email = "ada@example.test", address = "12 Harbour Street, 1000 Lisbon" } });
        Assert.Equal("ready_for_complete", Text(quote, "status"));
        var checkout = await agent.AskAsync("complete_checkout", new { checkout_id = Text(quote, "checkout_id"), confirmation = Text(quote, "confirmation") });

        Assert.Equal("requires_escalation", Text(checkout, "status"));
        using var paid = await shop.Host.Client.PostAsync(new Uri(Text(checkout, "continue_url")), new FormUrlEncodedContent([new("outcome", "pay")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, paid.StatusCode);
        var placed = await UntilCompletedAsync(agent, Text(quote, "checkout_id"));
        var order = await agent.AskAsync("get_order", new { order_number = Text(placed, "order_number") });
        Assert.Equal(2 * variant.GetProperty("price").GetProperty("amount").GetInt64(), order.GetProperty("line_items")[0].GetProperty("line_total").GetProperty("amount").GetInt64());
        Assert.True(JsonElement.DeepEquals(quote.GetProperty("total"), order.GetProperty("total")));
        Assert.Equal(Text(placed, "order_number"), Text((await agent.AskAsync("list_orders", new { })).GetProperty("orders")[0], "order_number"));
    }

    private static async Task<JsonElement> UntilCompletedAsync(McpClient agent, string checkoutId)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var checkout = await agent.AskAsync("get_checkout", new { checkout_id = checkoutId });
            if (Text(checkout, "status") == "completed")
                return checkout;
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    private static string Text(JsonElement content, string name) => content.GetProperty(name).GetString()!;
}
