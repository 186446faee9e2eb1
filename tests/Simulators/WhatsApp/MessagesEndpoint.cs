using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary><c>POST /{version}/{phoneNumberId}/messages</c>: check, apply the next fault, deliver, answer, report by webhook.</summary>
internal sealed class MessagesEndpoint(WhatsAppSimulatorOptions options, SendChecks checks, Phones phones, WebhookQueue webhooks)
{
    private readonly ConcurrentQueue<SendRecord> _accepted = new();
    private readonly ConcurrentQueue<SendRecord> _refused = new();
    private readonly ConcurrentQueue<ReadReceipt> _receipts = new();

    public SimulatedFaults Faults { get; } = new();
    public IReadOnlyCollection<SendRecord> Accepted => _accepted;
    public IReadOnlyCollection<SendRecord> Refused => _refused;
    public IReadOnlyCollection<ReadReceipt> ReadReceipts => _receipts;
    public Action<SendRecord>? WhenRefused { get; set; }

    public async Task HandleAsync(HttpContext http, string phoneNumberId)
    {
        var body = await ReadAsync(http.Request);
        if (checks.Caller(http.Request, phoneNumberId, body) is { } stranger)
        {
            await RefuseAsync(http, body, stranger);
        }
        else if (body.Text("status") == "read")
        {
            await ReceiptAsync(http, body!);
        }
        else
        {
            await SendAsync(http, body!, Faults.Take());
        }
    }

    private async Task SendAsync(HttpContext http, JsonObject body, Fault? fault)
    {
        if (fault?.Kind == FaultKind.DropBefore)
        {
            Refuse(body, null);
            http.Abort();
            return;
        }

        var to = (body.Text("to") ?? "").TrimStart('+');
        var error = fault?.Kind == FaultKind.Refuse ? fault.Error : checks.Refusal(body, to);
        if (error is not null)
        {
            await RefuseAsync(http, body, error);
            return;
        }

        var id = MessageId.New();
        Accept(body, id, to, fault?.Kind == FaultKind.FailLater ? fault.Error : checks.LateFailure(body, to));
        await Task.Delay(Faults.Slowness, options.Clock, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (fault?.Kind == FaultKind.DropAfter)
        {
            http.Abort();
            return;
        }

        await AnswerAsync(http, StatusCodes.Status200OK, Taken(body, id, to));
    }

    void Accept(JsonObject body, string id, string to, CloudError? failure)
    {
        _accepted.Enqueue(new(body, id, null));
        if (failure is null)
            phones.Of(to).Receive(ReceivedMessage.Read(body, id, to, options.Clock.GetUtcNow()));

        string[] states = failure is null ? ["sent", "delivered", "read"] : ["failed"];
        foreach (var state in options.SendStatuses ? states : [])
            webhooks.Add(WebhookBodies.Bytes(phones.Bodies.Status(id, to, state, body.Text("biz_opaque_callback_data"), failure)));
    }

    private async Task ReceiptAsync(HttpContext http, JsonObject body)
    {
        if (body.Text("message_id") is not { } id)
        {
            await RefuseAsync(http, body, CloudError.Of(100, "message_id: required"));
            return;
        }

        _receipts.Enqueue(new(id, body["typing_indicator"].Text("type") == "text"));
        await AnswerAsync(http, StatusCodes.Status200OK, new() { ["success"] = true });
    }

    private Task RefuseAsync(HttpContext http, JsonObject? body, CloudError error)
    {
        Refuse(body ?? [], error);
        return AnswerAsync(http, error.HttpStatus, error.ToAnswer());
    }

    void Refuse(JsonObject body, CloudError? error)
    {
        var refused = new SendRecord(body, null, error);
        _refused.Enqueue(refused);
        WhenRefused?.Invoke(refused);
    }

    private static JsonObject Taken(JsonObject body, string id, string to) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["contacts"] = new JsonArray(new JsonObject { ["input"] = body.Text("to"), ["wa_id"] = to }),
        ["messages"] = new JsonArray(new JsonObject { ["id"] = id, ["message_status"] = "accepted" }),
    };

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body);
    }
}
