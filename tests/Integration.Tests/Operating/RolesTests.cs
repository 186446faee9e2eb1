using System.Net;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Operating;

/// <summary>One program, two roles, two processes: what one is asked the other does.</summary>
public sealed class RolesTests(ServersFixture servers)
{
    [Fact]
    public async Task AgentsOfAnMcpHost_AreServedByTheWorkerHost()
    {
        var stores = await servers.FreshAsync();
        await using var worker = await ShopForAgents.StartAsync(new Dictionary<string, string>(stores) { ["Host__Roles"] = "worker" });
        await using var front = await ShopForAgents.StartAsync(new Dictionary<string, string>(stores) { ["Host__Roles"] = "mcp" });
        await using var agent = await front.ConnectAsync();

        var found = await agent.AskAsync("search_catalog", new { query = "boots" });
        var cart = await agent.AskAsync("create_cart", new { });

        Assert.True(found.GetProperty("total").GetInt32() > 0);
        Assert.NotEmpty(cart.GetProperty("cart_id").GetString()!);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(worker, "/mcp"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(front, "/"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(front, "/webhooks/whatsapp"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(worker, "/health/ready"));
    }

    private static async Task<HttpStatusCode> StatusAsync(ShopForAgents shop, string path)
    {
        using var answer = await shop.Host.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
