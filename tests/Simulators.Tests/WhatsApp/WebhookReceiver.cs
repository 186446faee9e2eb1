using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Simulators.Tests.WhatsApp;

/// <summary>A bot's webhook: keeps what is posted, with whether its signature held, and answers what it is told to.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string VerifyToken = "let me in";

    private readonly ConcurrentQueue<Posted> _posted = new();
    private readonly ConcurrentQueue<HttpStatusCode> _answers = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly byte[] _key;
    private WebApplication? _app;

    WebhookReceiver(string appSecret) => _key = Encoding.UTF8.GetBytes(appSecret);

    public Uri Address => new($"{_app!.Urls.First()}/webhooks/whatsapp");
    public IReadOnlyCollection<Posted> Posted => _posted;

    public static async Task<WebhookReceiver> StartAsync(string appSecret)
    {
        var receiver = new WebhookReceiver(appSecret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        receiver._app = builder.Build();
        receiver._app.MapPost("/webhooks/whatsapp", receiver.TakeAsync);
        receiver._app.MapGet("/webhooks/whatsapp", (HttpRequest request) => request.Query["hub.verify_token"] == VerifyToken
            ? Results.Text(request.Query["hub.challenge"])
            : Results.StatusCode(StatusCodes.Status403Forbidden));
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Answers the next post with this instead of 200.</summary>
    public void AnswerNext(HttpStatusCode status) => _answers.Enqueue(status);

    public async Task<IReadOnlyList<Posted>> WaitForAsync(int count)
    {
        while (_posted.Count < count)
        {
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken),
                $"{count} webhooks were awaited, {_posted.Count} came.");
        }

        return [.. _posted];
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();

        _arrived.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        var expected = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(_key, bytes.ToArray()))}";
        http.Response.StatusCode = (int)(_answers.TryDequeue(out var status) ? status : HttpStatusCode.OK);
        _posted.Enqueue(new(http.Request.Headers["X-Hub-Signature-256"] == expected, (JsonObject)JsonNode.Parse(bytes.ToArray())!));
        _arrived.Release();
    }
}

internal sealed record Posted(bool Signed, JsonObject Body)
{
    private JsonNode Value => Body["entry"]![0]!["changes"]![0]!["value"]!;
    public JsonNode? Message => Value["messages"]?[0];
    public JsonNode? Status => Value["statuses"]?[0];
    public string? PhoneNumberId => Value["metadata"]?["phone_number_id"]?.GetValue<string>();
    public string? State => Status?["status"]?.GetValue<string>();
}
