using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Audit;
using EcommerceBot.Tools.Persistence;
using EcommerceBot.Tools.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools.Tests.Audit;

public sealed class AuditTrailTests(Stores stores)
{
    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task EveryCall_IsKept_WithoutWhatItSays(string store)
    {
        await using var shop = await Shop.StartAsync(settings: await stores.FreshAsync(store));
        shop.Modules.On<CreateCheckout>(_ => Samples.Checkout("ready_for_complete")).On<AddToCart>(asked => Samples.Cart(asked.CartId));
        await using var client = await McpClients.ConnectAsync(shop, "catalog:read");

        await shop.InvokeAsync("create_checkout", """{"cart_id":"c","buyer":{"name":"Ada Lovelace","email":"ada@example.test"}}""");
        await shop.InvokeAsync("update_cart", """{"cart_id":"c","add":[{"sku":"A","quantity":1},{"sku":"B","quantity":1}]}""");
        await shop.InvokeAsync("get_cart", """{"cart_id":"c","+49 170 5550100":1}""");
        await client.CallAsync("create_cart", []);

        await Eventually.UntilAsync(async () => (await CallsAsync(shop)).Count == 4);
        Assert.Equal(
        [
            ("agent", "create_checkout", "ok", "{cart_id,buyer{name,email}}"),
            ("agent", "update_cart", "ok", "{cart_id,add[2]{sku,quantity}}"),
            ("agent", "get_cart", "invalid_arguments", "{cart_id,+1 unknown}"),
            ("mcp", "create_cart", "missing_scope", ""),
        ], (await CallsAsync(shop)).Select(call => (call.Via, call.Tool, call.Outcome, call.ArgumentForm)));
        Assert.Equal(["customer-1", "customer-1", "customer-1"], (await CallsAsync(shop)).Take(3).Select(call => call.OwnerId));
    }

    private static async Task<List<AuditedCall>> CallsAsync(Shop shop)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ToolsDbContext>().AuditedCalls.AsNoTracking().OrderBy(call => call.Id).ToListAsync(TestContext.Current.CancellationToken);
    }
}
