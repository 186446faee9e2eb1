using System.Text.Json;
using ModelContextProtocol.Client;

namespace EcommerceBot.Integration.Tests.Running;

/// <summary>A checkout that is quoted and not completed.</summary>
internal sealed record Quoted(string CartId, string CheckoutId, string Confirmation, string Sku);

/// <summary>An order that is paid.</summary>
internal sealed record Bought(string CheckoutId, string OrderNumber, JsonElement Order);

/// <summary>Buys over MCP as an agent does.</summary>
internal static class Purchases
{
    public static async Task<Quoted> QuoteAsync(McpClient agent)
    {
        var sku = await SkuAsync(agent);
        var cart = await agent.AskAsync("create_cart", new { });
        await agent.AskAsync("update_cart", new { cart_id = Text(cart, "cart_id"), add = new[] { new { sku, quantity = 1 } } });
        var quote = await agent.AskAsync("create_checkout", new { cart_id = Text(cart, "cart_id"), buyer = new { name = "Ada Lovelace", email = "ada@example.test", address = "12 Harbour Street, 1000 Lisbon" } });
        return new Quoted(Text(cart, "cart_id"), Text(quote, "checkout_id"), Text(quote, "confirmation"), sku);
    }

    /// <summary>Something of which there is enough.</summary>
    public static async Task<string> SkuAsync(McpClient agent)
    {
        var found = await agent.AskAsync("search_catalog", new { query = "boots", limit = 5 });
        var product = await agent.AskAsync("get_product", new { id = Text(found.GetProperty("products")[0], "id") });
        return Text(product.GetProperty("variants").EnumerateArray().MaxBy(variant => variant.GetProperty("available").GetInt32()), "sku");
    }

    public static async Task<Bought> BuyAsync(McpClient agent, HostProcess host)
    {
        var quoted = await QuoteAsync(agent);
        var checkout = await agent.AskAsync("complete_checkout", new { checkout_id = quoted.CheckoutId, confirmation = quoted.Confirmation });
        using var paid = await host.Client.PostAsync(new Uri(Text(checkout, "continue_url")), new FormUrlEncodedContent([new("outcome", "pay")]), TestContext.Current.CancellationToken);
        paid.EnsureSuccessStatusCode();
        var number = await OrderNumberAsync(agent, quoted.CheckoutId);
        return new Bought(quoted.CheckoutId, number, await agent.AskAsync("get_order", new { order_number = number }));
    }

    public static async Task<string> OrderNumberAsync(McpClient agent, string checkoutId)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var checkout = await agent.AskAsync("get_checkout", new { checkout_id = checkoutId });
            if (checkout.TryGetProperty("order_number", out var number))
                return number.GetString()!;
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    private static string Text(JsonElement content, string name) => content.GetProperty(name).GetString()!;
}
