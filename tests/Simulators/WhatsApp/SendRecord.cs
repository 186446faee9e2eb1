using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>A request the endpoint saw: taken with its message id, or refused with the error that went back (null: the line was cut).</summary>
public sealed record SendRecord(JsonObject Body, string? MessageId, CloudError? Error)
{
    public string? CallbackData => Body.Text("biz_opaque_callback_data");
}

/// <summary>A mark-as-read, with or without the typing sign.</summary>
public sealed record ReadReceipt(string MessageId, bool Typing);
