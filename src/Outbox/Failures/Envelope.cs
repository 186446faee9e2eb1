using System.Text.Json;
using MassTransit.Serialization;

namespace EcommerceBot.Outbox.Failures;

/// <summary>What MassTransit wraps around a message. Read from the body, since the error pipe does not know what was consumed.</summary>
internal static class Envelope
{
    /// <summary>Null when the bytes are no envelope.</summary>
    public static JsonMessageEnvelope? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonMessageEnvelope>(body, SystemTextJsonMessageSerializer.Options) is { Message: not null } envelope ? envelope : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
