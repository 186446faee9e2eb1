using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>What the platform may hold against a request: the wrong caller, a malformed message, the pace, the closed window.</summary>
internal sealed class SendChecks(WhatsAppSimulatorOptions options, SendLimits limits)
{
    private readonly PublishedSchema? _schema =
        (options.SchemaFile ?? PublishedSchema.FindFile()) is { } file ? PublishedSchema.Load(file) : null;

    public bool HasSchema => _schema is not null;

    public CloudError? Caller(HttpRequest request, string phoneNumberId, JsonObject? body)
    {
        if (request.Headers.Authorization != $"Bearer {options.AccessToken}")
            return CloudError.Of(190, "The Authorization header must carry the bearer token the simulator was started with.");

        if (phoneNumberId != options.PhoneNumberId)
        {
            return CloudError.Of(100, $"Object with ID \"{phoneNumberId}\" does not exist; the simulator's number is {options.PhoneNumberId}.");
        }

        return body is null ? CloudError.Of(100, "The body must be a JSON object.") : null;
    }

    /// <summary>Why the message is refused at once, or null.</summary>
    public CloudError? Refusal(JsonObject body, string to)
    {
        var faults = MessageRules.Faults(body).Concat(_schema?.Faults(body) ?? []).ToList();
        if (faults.Count > 0)
        {
            return CloudError.Of(131009, string.Join("; ", faults));
        }

        return limits.Refusal(to) ?? (options.Window == WindowRule.Refuse ? OutsideWindow(body, to) : null);
    }

    /// <summary>Why an accepted message fails on its way, or null.</summary>
    public CloudError? LateFailure(JsonObject body, string to) =>
        options.Window == WindowRule.FailLater ? OutsideWindow(body, to) : null;

    private CloudError? OutsideWindow(JsonObject body, string to) => body.Text("type") == "template" || limits.InWindow(to)
        ? null
        : CloudError.Of(131047, "More than 24 hours have passed since this person last wrote to the number. Send a template.");
}
