using System.Net.Http.Json;
using System.Text.Json;

namespace EcommerceBot.Integration.Tests.Running;

/// <summary>Somebody in the shop's web chat: writes, presses, and reads what comes back.</summary>
internal sealed class ChatShopper : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client;
    private readonly string _session;
    private readonly StreamReader _events;
    private int _sent;

    private ChatShopper(HttpClient client, string session, StreamReader events) => (_client, _session, _events) = (client, session, events);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ChatShopper> OpenAsync(HttpClient client)
    {
        using var opened = await client.PostAsync(new Uri("/chat/sessions", UriKind.Relative), null, Cancel);
        var session = $"/chat/sessions/{(await opened.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()}";
        return new ChatShopper(client, session, new StreamReader(await client.GetStreamAsync(new Uri($"{session}/events", UriKind.Relative), Cancel)));
    }

    /// <summary>Writes, and returns the first reply that has the words.</summary>
    public async Task<JsonElement> SaysAsync(string text, string until)
    {
        await PostAsync(new { id = $"m{++_sent}", text });
        return await HearsAsync(until);
    }

    /// <summary>Presses a button, and returns the first reply after it that has the words.</summary>
    public async Task<JsonElement> PressesAsync(string action, string until)
    {
        await PostAsync(new { id = $"m{++_sent}", action });
        return await HearsAsync(until);
    }

    /// <summary>The next reply that has the words; others are passed over.</summary>
    public async Task<JsonElement> HearsAsync(string words)
    {
        var heard = new List<string>();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        timeout.CancelAfter(Patience);
        try
        {
            while (await _events.ReadLineAsync(timeout.Token) is { } line)
            {
                if (!line.StartsWith("data: {", StringComparison.Ordinal))
                    continue;
                var reply = JsonElement.Parse(line["data: ".Length..]);
                heard.Add(reply.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "");
                if (heard[^1].Contains(words, StringComparison.Ordinal))
                    return reply;
            }
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            // What was heard instead is told below.
        }
        throw new TimeoutException($"Nobody said \"{words}\", but: {string.Join(" / ", heard)}");
    }

    private async Task PostAsync(object message)
    {
        using var answer = await _client.PostAsJsonAsync(new Uri($"{_session}/messages", UriKind.Relative), message, Cancel);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync()
    {
        _events.Dispose();
        return ValueTask.CompletedTask;
    }
}
