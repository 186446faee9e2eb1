using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EcommerceBot.Running.Campaigns;

/// <summary>One buyer over MCP who wants a piece and does not give up: a call without an answer is made again under its key, as an agent would.</summary>
internal sealed class AgentBuyer(Func<HttpClient> client, string apiKey, string name)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>From an empty cart to a paid order.</summary>
    /// <returns>True when it was bought, false when it was sold out.</returns>
    public async Task<bool> BuyAsync(string sku, CancellationToken cancellationToken)
    {
        var cart = Text(await AskAsync("create_cart", new { idempotency_key = $"{name}-cart" }, cancellationToken), "cart_id");
        if (await AskAsync("update_cart", new { cart_id = cart, add = new[] { new { sku, quantity = 1 } }, idempotency_key = $"{name}-add" }, cancellationToken) is null)
            return false;
        var quote = await AskAsync("create_checkout", new { cart_id = cart, buyer = new { name = "Ada Lovelace", email = "ada@example.test", address = "12 Harbour Street, 1000 Lisbon" }, idempotency_key = $"{name}-quote" }, cancellationToken);
        if (quote is null)
            return false;
        var checkout = Text(quote, "checkout_id");
        var shown = await AskAsync("complete_checkout", new { checkout_id = checkout, confirmation = Text(quote, "confirmation"), idempotency_key = $"{name}-yes" }, cancellationToken);
        var pressed = false;
        while (true)
        {
            if (Text(shown, "status") is "completed" or "canceled")
                return Text(shown, "status") == "completed";
            if (!pressed && shown!.Value.TryGetProperty("continue_url", out var page) && page.ValueKind == JsonValueKind.String)
                pressed = await PayAsync(page.GetString()!, cancellationToken);
            else
                await Task.Delay(Pause, cancellationToken);
            shown = await AskAsync("get_checkout", new { checkout_id = checkout }, cancellationToken);
        }
    }

    /// <summary>A tool's result; null where it refused.</summary>
    public async Task<JsonElement?> AskAsync(string tool, object arguments, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await TryAsync(tool, arguments, cancellationToken) is { } answer)
                    return answer.TryGetProperty("isError", out var error) && error.GetBoolean() ? null : answer.GetProperty("structuredContent");
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or ObjectDisposedException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // The Host was killed under the call: whether it had an effect is unknown, and the key makes asking again harmless.
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<JsonElement?> TryAsync(string tool, object arguments, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = JsonContent.Create(new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name = tool, arguments } }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2025-06-18");
        using var response = await client().SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return null;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var json = body.Split('\n').LastOrDefault(line => line.StartsWith("data: ", StringComparison.Ordinal))?[6..] ?? body;
        using var document = JsonDocument.Parse(json);
        // A fault of the server's is no refusal of the tool's: it is asked again.
        return document.RootElement.TryGetProperty("result", out var result) ? result.Clone() : null;
    }

    private async Task<bool> PayAsync(string page, CancellationToken cancellationToken)
    {
        try
        {
            using var form = new FormUrlEncodedContent([new("outcome", "pay")]);
            using var paid = await client().PostAsync(new Uri(page), form, cancellationToken);
            return paid.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Text(JsonElement? content, string name) => content!.Value.GetProperty(name).GetString()!;
}
