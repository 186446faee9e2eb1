using System.Text.Json;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>A page that listens.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StreamReader _lines;

    private EventStream(HttpResponseMessage response, Stream body) => (Response, _lines) = (response, new StreamReader(body));

    public HttpResponseMessage Response { get; }

    /// <summary>The id of the last message, as a browser would send it back.</summary>
    public string? LastId { get; private set; }

    public static Uri Address(string token, string? after = null) => new($"/chat/sessions/{token}/events{(after is null ? "" : $"?after={after}")}", UriKind.Relative);

    public static async Task<EventStream> OpenAsync(ShopUnderTest shop, string token, string? lastEventId = null, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(token, after));
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await shop.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new EventStream(response.EnsureSuccessStatusCode(), await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    public async Task<string> NextTextAsync()
    {
        using var data = JsonDocument.Parse((await NextAsync("message")).Data);
        return data.RootElement.GetProperty("text").GetString()!;
    }

    /// <summary>The next event of that name; others are passed over.</summary>
    public async Task<(string Name, string Data)> NextAsync(string wanted)
    {
        var name = "message";
        while (true)
        {
            var line = await NextLineAsync();
            if (line.Length == 0)
                name = "message";
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                LastId = line["id: ".Length..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && name == wanted)
                return (name, line["data: ".Length..]);
        }
    }

    public async Task<string> NextLineAsync() =>
        await _lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken)
        ?? throw new EndOfStreamException("The shop closed the stream.");

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        Response.Dispose();
        return ValueTask.CompletedTask;
    }
}
