using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>The official client, connected to a shop over real HTTP.</summary>
internal static class McpClients
{
    public static async Task<McpClient> ConnectAsync(Shop shop, params IReadOnlyList<string> scopes)
    {
        var options = new HttpClientTransportOptions
        {
            Endpoint = shop.Mcp,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {await shop.KeyAsync(scopes)}" },
        };
        return await McpClient.CreateAsync(new HttpClientTransport(options, shop.Http), cancellationToken: TestContext.Current.CancellationToken);
    }

    public static async Task<CallToolResult> CallAsync(this McpClient client, string tool, Dictionary<string, object?> arguments) =>
        await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);

    public static string Text(this CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
