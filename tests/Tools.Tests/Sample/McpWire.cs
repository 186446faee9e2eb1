using System.Text;

namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>MCP as it goes over the wire, for what no honest client would send.</summary>
internal static class McpWire
{
    /// <param name="tool">Tool name.</param>
    /// <param name="arguments">A JSON text, sent as it is.</param>
    public static string Call(string tool, string arguments) =>
        $$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{{tool}}}}","arguments":{{{{arguments}}}} }}""";

    public static async Task<HttpResponseMessage> PostAsync(Shop shop, string body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, shop.Mcp) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
            request.Headers.TryAddWithoutValidation(name, value);
        return await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
