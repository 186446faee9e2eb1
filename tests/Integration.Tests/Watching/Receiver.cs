using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>Stands where Jaeger and Seq would: takes what the Host sends over the wire and keeps it as it came.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<byte[]> _traces = new();
    private readonly ConcurrentQueue<byte[]> _metrics = new();
    private readonly ConcurrentQueue<string> _events = new();
    private readonly Task _serving;

    public Receiver()
    {
        Address = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address { get; }
    public string? SeqKey { get; private set; }
    public string? SeqContentType { get; private set; }
    public List<Span> Spans => [.. _traces.SelectMany(Span.Of)];
    public List<JsonElement> Events => [.. _events.Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    public int MetricExports => _metrics.Count;

    /// <summary>Everything as one text, to look for what must not be in it.</summary>
    public string Everything => string.Join('\n', [.. _traces.Concat(_metrics).Select(Encoding.UTF8.GetString), .. _events]);

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await TakeAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task TakeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        switch (context.Request.Url!.AbsolutePath)
        {
            case "/v1/traces":
                _traces.Enqueue(body.ToArray());
                break;
            case "/v1/metrics":
                _metrics.Enqueue(body.ToArray());
                break;
            case "/api/events/raw" or "/ingest/clef":
                (SeqKey, SeqContentType) = (context.Request.Headers["X-Seq-ApiKey"], context.Request.ContentType);
                foreach (var line in Encoding.UTF8.GetString(body.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    _events.Enqueue(line);
                context.Response.StatusCode = (int)HttpStatusCode.Created;
                await context.Response.OutputStream.WriteAsync("{\"MinimumLevelAccepted\":null}"u8.ToArray());
                break;
            default:
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
                break;
        }
        context.Response.Close();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }
}
