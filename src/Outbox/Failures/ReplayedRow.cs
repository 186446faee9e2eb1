using System.Text;
using System.Text.Json;
using EcommerceBot.Outbox.Tables;
using MassTransit.Serialization;

namespace EcommerceBot.Outbox.Failures;

/// <summary>Turns a failed message back into an outbox row, under all the ids it had.</summary>
internal static class ReplayedRow
{
    /// <summary>The row, or the reason why there can be none.</summary>
    public static (OutboxMessage? Message, string? Reason) From(FailedMessage failed, DateTime now) =>
        Envelope.Read(failed.Body) is { } envelope ? (Row(failed, envelope, now), null) : (null, Unreadable);

    private const string Unreadable = "Its body is no message envelope, so the relay could not send it. Discard it, or have its sender send it again.";

    private static OutboxMessage Row(FailedMessage failed, JsonMessageEnvelope envelope, DateTime now) => new()
    {
        MessageId = failed.MessageId,
        ConversationId = Envelope.Id(envelope.ConversationId),
        CorrelationId = Envelope.Id(envelope.CorrelationId),
        InitiatorId = Envelope.Id(envelope.InitiatorId),
        RequestId = Envelope.Id(envelope.RequestId),
        SourceAddress = Address(envelope.SourceAddress),
        ResponseAddress = Address(envelope.ResponseAddress),
        FaultAddress = Address(envelope.FaultAddress),
        // The queue alone: what was published once must not reach its other subscribers again.
        DestinationAddress = new Uri($"exchange:{failed.Queue}"),
        SentTime = envelope.SentTime ?? now,
        Body = Encoding.UTF8.GetString(failed.Body),
        ContentType = failed.ContentType,
        MessageType = failed.MessageType.Length > 0 ? failed.MessageType : string.Join(';', envelope.MessageType ?? []),
        Headers = JsonSerializer.Serialize(envelope.Headers ?? [], SystemTextJsonMessageSerializer.Options),
    };

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
