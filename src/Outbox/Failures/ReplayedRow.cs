using System.Text;
using System.Text.Json;
using EcommerceBot.Outbox.Tables;
using MassTransit.Serialization;

namespace EcommerceBot.Outbox.Failures;

/// <summary>Turns a failed message back into an outbox row, under all the ids it had.</summary>
internal static class ReplayedRow
{
    // Refuses what is not UTF-8 instead of putting question marks into a customer's message.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The row, or the reason why there can be none.</summary>
    public static (OutboxMessage? Message, string? Reason) From(FailedMessage failed, DateTime now)
    {
        try
        {
            var body = Strict.GetString(failed.Body);
            var envelope = JsonSerializer.Deserialize<JsonMessageEnvelope>(body, SystemTextJsonMessageSerializer.Options);
            return envelope?.Message is null ? (null, Unreadable) : (Row(failed, body, envelope, now), null);
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException or NotSupportedException)
        {
            return (null, Unreadable);
        }
    }

    private const string Unreadable = "Its body is no message envelope, so the relay could not send it. Discard it, or have its sender send it again.";

    private static OutboxMessage Row(FailedMessage failed, string body, JsonMessageEnvelope envelope, DateTime now) => new()
    {
        MessageId = failed.MessageId,
        ConversationId = Id(envelope.ConversationId),
        CorrelationId = Id(envelope.CorrelationId),
        InitiatorId = Id(envelope.InitiatorId),
        RequestId = Id(envelope.RequestId),
        SourceAddress = Address(envelope.SourceAddress),
        ResponseAddress = Address(envelope.ResponseAddress),
        FaultAddress = Address(envelope.FaultAddress),
        // The queue alone: what was published once must not reach its other subscribers again.
        DestinationAddress = new Uri($"exchange:{failed.Queue}"),
        SentTime = envelope.SentTime ?? now,
        Body = body,
        ContentType = failed.ContentType,
        MessageType = failed.MessageType.Length > 0 ? failed.MessageType : string.Join(';', envelope.MessageType ?? []),
        Headers = JsonSerializer.Serialize(envelope.Headers ?? [], SystemTextJsonMessageSerializer.Options),
    };

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
