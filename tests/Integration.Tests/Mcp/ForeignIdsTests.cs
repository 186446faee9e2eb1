using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace EcommerceBot.Integration.Tests.Mcp;

/// <summary>Another owner's ids answer byte for byte as ids that nobody has, over every tool that takes one.</summary>
public sealed class ForeignIdsTests(ServersFixture servers)
{
    [Theory]
    [InlineData(Store.Embedded)]
    [InlineData(Store.Servers)]
    public async Task AnotherOwnersIds_AnswerAsIfTheyDidNotExist(Store store)
    {
        await using var shop = await ShopForAgents.StartAsync(await servers.StoresAsync(store));
        await using var owner = await shop.ConnectAsync();
        await using var stranger = await shop.ConnectAsync();
        var bought = await Purchases.BuyAsync(owner, shop.Host);
        var open = await Purchases.QuoteAsync(owner);
        var tools = (await stranger.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(tool => tool.ProtocolTool).ToList();
        var covered = 0;

        foreach (var tool in tools)
        {
            foreach (var (theirs, nobodys) in Pairs(tool.InputSchema, open, bought))
            {
                var foreign = await AnswerAsync(stranger, tool.Name, theirs);
                var missing = await AnswerAsync(stranger, tool.Name, nobodys);

                Assert.True(foreign == missing, $"{tool.Name} tells them apart:\n{foreign}\n{missing}");
                Assert.Contains("not_found", foreign, StringComparison.Ordinal);
                covered++;
            }
        }

        Assert.True(covered >= 9, $"Only {covered} tools were asked.");
        Assert.Equal("ready_for_complete", (await owner.AskAsync("get_checkout", new { checkout_id = open.CheckoutId })).GetProperty("status").GetString());
        Assert.Single((await owner.AskAsync("get_cart", new { cart_id = open.CartId })).GetProperty("line_items").EnumerateArray());
    }

    /// <summary>The same arguments twice: with the other owner's id, and with one of the same form that nobody has.</summary>
    private static IEnumerable<(Dictionary<string, object?> Theirs, Dictionary<string, object?> Nobodys)> Pairs(JsonElement schema, Quoted open, Bought bought)
    {
        (string Argument, string Theirs, string Nobodys)[] ids =
        [
            ("cart_id", open.CartId, Twisted(open.CartId)),
            ("checkout_id", open.CheckoutId, Guid.NewGuid().ToString()),
            ("order_number", bought.OrderNumber, Twisted(bought.OrderNumber)),
        ];
        foreach (var (argument, theirs, nobodys) in ids.Where(id => schema.GetProperty("properties").TryGetProperty(id.Argument, out _)))
            yield return (ForeignArguments.Fill(schema, argument, theirs, open), ForeignArguments.Fill(schema, argument, nobodys, open));
    }

    /// <summary>The last letter or digit becomes another that may stand there.</summary>
    private static string Twisted(string id) => id[..^1] + (id[^1] == '7' ? '8' : '7');

    private static async Task<string> AnswerAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        return JsonSerializer.Serialize(result, McpJsonUtilities.DefaultOptions);
    }
}
