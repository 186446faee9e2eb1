using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Webhook bodies as Meta posts them.</summary>
internal sealed class WebhookBodies(WhatsAppSimulatorOptions options)
{
    /// <summary>The serialiser escapes non-ASCII as Meta does: only the raw bytes verify.</summary>
    public static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body);

    public JsonObject Message(string from, string name, string id, string type, JsonObject content, string? replyTo = null)
    {
        var message = new JsonObject
        {
            ["from"] = from,
            ["id"] = id,
            ["timestamp"] = Timestamp(),
            ["type"] = type,
            [type] = content,
        };
        if (replyTo is not null)
        {
            message["context"] = new JsonObject { ["from"] = options.DisplayPhoneNumber, ["id"] = replyTo };
        }

        var contact = new JsonObject { ["profile"] = new JsonObject { ["name"] = name }, ["wa_id"] = from };
        return Envelope(value =>
        {
            value["contacts"] = new JsonArray(contact);
            value["messages"] = new JsonArray(message);
        });
    }

    public JsonObject Status(string messageId, string recipient, string status, string? callbackData, CloudError? error = null)
    {
        var entry = new JsonObject
        {
            ["id"] = messageId,
            ["status"] = status,
            ["timestamp"] = Timestamp(),
            ["recipient_id"] = recipient,
        };
        if (callbackData is not null)
            entry["biz_opaque_callback_data"] = callbackData;

        if (error is not null)
            entry["errors"] = new JsonArray(error.ToStatusError());

        return Envelope(value => value["statuses"] = new JsonArray(entry));
    }

    private JsonObject Envelope(Action<JsonObject> fill)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject
            {
                ["display_phone_number"] = options.DisplayPhoneNumber,
                ["phone_number_id"] = options.PhoneNumberId,
            },
        };
        fill(value);
        var change = new JsonObject { ["field"] = "messages", ["value"] = value };
        var entry = new JsonObject { ["id"] = options.BusinessAccountId, ["changes"] = new JsonArray(change) };
        return new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray(entry) };
    }

    private string Timestamp() => options.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
