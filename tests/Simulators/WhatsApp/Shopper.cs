using System.Net;
using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Somebody with a phone: writes to the number, chooses from what was offered, and reads what comes back.</summary>
public sealed class Shopper
{
    private readonly WebhookBodies _bodies;
    private readonly WebhookQueue _webhooks;
    private readonly SendLimits _limits;
    private readonly Inbox _inbox = new();
    private int _seen;

    internal Shopper(string number, string name, WebhookBodies bodies, WebhookQueue webhooks, SendLimits limits) =>
        (Number, Name, _bodies, _webhooks, _limits) = (number, name, bodies, webhooks, limits);

    /// <summary>Digits, with the country code.</summary>
    public string Number { get; }

    public string Name { get; }

    /// <summary>Everything that reached this phone, in order.</summary>
    public IReadOnlyList<ReceivedMessage> Received => _inbox.Messages;

    /// <summary>Writes a text. Returns what the webhook answered, null when nothing; an unanswered one is redelivered later.</summary>
    public Task<HttpStatusCode?> SayAsync(string text, CancellationToken cancellationToken = default) =>
        SendAsync("text", new() { ["body"] = text }, null, cancellationToken);

    /// <summary>Presses the button or chooses the row with this id, from the last message that offered it.</summary>
    /// <param name="id">Id of a button or list row.</param>
    /// <param name="title">Only needed for an id that was never offered (an old phone, a forger): sent as a button.</param>
    public Task<HttpStatusCode?> ChooseAsync(string id, string? title = null, CancellationToken cancellationToken = default)
    {
        var offer = Received.LastOrDefault(message => message.Options.Any(option => option.Id == id));
        if (offer is null && title is null)
        {
            throw new InvalidOperationException($"\"{id}\" was not offered to {Name}. Give a title to send it nevertheless.");
        }

        var option = offer?.Options.First(option => option.Id == id) ?? new(id, title!, null);
        var kind = offer?.Type == "list" ? "list_reply" : "button_reply";
        var reply = new JsonObject { ["id"] = id, ["title"] = option.Title };
        if (kind == "list_reply" && option.Description is not null)
            reply["description"] = option.Description;

        return SendAsync("interactive", new() { ["type"] = kind, [kind] = reply }, offer?.Id, cancellationToken);
    }

    /// <summary>Sends any other kind: <c>image</c>, <c>location</c>, <c>order</c> … with Meta's content for it.</summary>
    public Task<HttpStatusCode?> SendAsync(string type, JsonObject content, string? replyTo = null, CancellationToken cancellationToken = default) =>
        PostAsync(_bodies.Message(Number, Name, MessageId.New(), type, content, replyTo), cancellationToken);

    /// <summary>The first message ever received that is wanted; waits for it if need be.</summary>
    /// <exception cref="TimeoutException">It did not come; the message lists what did.</exception>
    public async Task<ReceivedMessage> WaitForAsync(
        Func<ReceivedMessage, bool> wanted, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var at = await _inbox.WaitAsync(0, wanted, timeout, cancellationToken);
        return Received[at];
    }

    /// <summary>The next message after the one this method gave last that is wanted; what lies between is passed over.</summary>
    /// <exception cref="TimeoutException">It did not come; the message lists what did.</exception>
    public async Task<ReceivedMessage> NextAsync(
        Func<ReceivedMessage, bool> wanted, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var at = await _inbox.WaitAsync(_seen, wanted, timeout, cancellationToken);
        _seen = at + 1;
        return Received[at];
    }

    internal void Receive(ReceivedMessage message) => _inbox.Add(message);

    private Task<HttpStatusCode?> PostAsync(JsonObject body, CancellationToken cancellationToken)
    {
        _limits.Heard(Number);
        return _webhooks.PostAsync(WebhookBodies.Bytes(body), cancellationToken);
    }
}
