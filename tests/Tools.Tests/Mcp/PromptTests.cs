using EcommerceBot.Tools.Tests.Sample;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Tests.Mcp;

public sealed class PromptTests
{
    [Fact]
    public async Task Prompt_IsFilledWithWhatTheCallerGave()
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop);

        var names = await client.ListPromptsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var gift = await client.GetPromptAsync("find_a_gift", new Dictionary<string, object?> { ["recipient"] = "my {budget} father" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["find_a_gift", "where_is_my_order"], names.Select(prompt => prompt.Name));
        var text = Assert.IsType<TextContentBlock>(Assert.Single(gift.Messages).Content).Text;
        Assert.Contains("for: my {budget} father. It may cost at most: (not given).", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("find_a_gift", "\"recipient\" is missing", "other")]
    [InlineData("sell_everything", "where_is_my_order", "order_number")]
    public async Task WrongCall_IsToldWhatWouldBeRight(string prompt, string told, string argument)
    {
        await using var shop = await Shop.StartAsync();
        await using var client = await McpClients.ConnectAsync(shop);

        var fault = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync(
            prompt, new Dictionary<string, object?> { [argument] = "x" }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }
}
