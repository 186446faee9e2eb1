using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>The other end of WhatsApp's send call, over real HTTP: takes every message unless told otherwise.</summary>
internal sealed class CloudApiStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _calls = new();
    private readonly ConcurrentQueue<JsonObject> _receipts = new();

    private CloudApiStub(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Send calls, also those that were refused or not answered.</summary>
    public IReadOnlyList<JsonObject> Calls => [.. _calls];
    public IReadOnlyList<JsonObject> Receipts => [.. _receipts];

    /// <summary>What to answer a send call; null accepts it. The first argument is its number, from 1.</summary>
    public Func<int, JsonObject, HttpContext, Task<IResult?>> Answer { get; set; } = (_, _, _) => Task.FromResult<IResult?>(null);

    public static async Task<CloudApiStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new CloudApiStub(app);
        app.MapPost("/v23.0/{number}/messages", (JsonObject body, HttpContext http) => stub.TakeAsync(body, http));
        await app.StartAsync();
        return stub;
    }

    public static IResult Refusal(int code, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { error = new { message = "refused", code } }, statusCode: status);

    public static string TextOf(JsonObject call) => call["text"]?["body"]?.GetValue<string>() ?? call["interactive"]!["body"]!["text"]!.GetValue<string>();

    public static string ToOf(JsonObject call) => call["to"]!.GetValue<string>();

    public static Guid CorrelationOf(JsonObject call) => Guid.Parse(call["biz_opaque_callback_data"]!.GetValue<string>());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(JsonObject body, HttpContext http)
    {
        if (body.ContainsKey("status"))
        {
            _receipts.Enqueue(body);
            return Results.Json(new { success = true });
        }
        _calls.Enqueue(body);
        var number = _calls.Count;
        return await Answer(number, body, http)
            ?? Results.Json(new { messaging_product = "whatsapp", messages = new[] { new { id = $"wamid.out-{CorrelationOf(body):N}-{number}" } } });
    }
}
