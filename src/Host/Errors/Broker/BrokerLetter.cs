using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Outbox.Failures;
using MassTransit;
using RabbitMQ.Client;

namespace EcommerceBot.Host.Errors.Broker;

/// <summary>A message as the broker holds it, read by the headers MassTransit put on it. Anything may lie in such a queue, so nothing here trusts a shape.</summary>
internal static class BrokerLetter
{
    public static DeadLetter Read(BrokerPlace place, BasicGetResult message)
    {
        var (properties, headers) = (message.BasicProperties, message.BasicProperties.Headers);
        var (type, sent) = Envelope(message.Body);
        return new DeadLetter
        {
            Id = IdOf(place, message),
            Queue = place.Queue,
            Kind = place.Kind,
            MessageId = Guid.TryParse(properties.MessageId, out var id) ? id : null,
            MessageType = MessageTypes.Name(Text(headers, MessageHeaders.MessageType) ?? type),
            ContentType = properties.ContentType ?? "",
            ExceptionType = Text(headers, MessageHeaders.FaultExceptionType),
            ExceptionMessage = Text(headers, MessageHeaders.FaultMessage),
            StackTrace = Text(headers, MessageHeaders.FaultStackTrace),
            FailedAt = FailedAt(headers) ?? sent,
            Retries = int.TryParse(Text(headers, MessageHeaders.FaultRetryCount), CultureInfo.InvariantCulture, out var retries) ? retries : null,
            Body = message.Body,
        };
    }

    /// <summary>How often it has been taken and given back, by a broker that counts.</summary>
    public static long Deliveries(BasicGetResult message) =>
        long.TryParse(Text(message.BasicProperties.Headers, "x-delivery-count"), CultureInfo.InvariantCulture, out var count) ? count : 0;

    // Time of failure included: what fails again is another letter.
    private static string IdOf(BrokerPlace place, BasicGetResult message)
    {
        var properties = message.BasicProperties;
        var named = Encoding.UTF8.GetBytes($"{place.Name}\n{properties.MessageId}\n{Text(properties.Headers, MessageHeaders.FaultTimestamp)}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. named, .. message.Body.Span]).AsSpan(0, 8));
    }

    /// <summary>Its own word, else when the broker gave it up. A skipped message has neither, but is skipped as soon as it is sent.</summary>
    private static DateTimeOffset? FailedAt(IDictionary<string, object?>? headers)
    {
        if (DateTimeOffset.TryParse(Text(headers, MessageHeaders.FaultTimestamp), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time.ToUniversalTime();
        return Value(headers, "x-death") is IList<object?> and [IDictionary<string, object?> death, ..] && death.TryGetValue("time", out var died)
            && died is AmqpTimestamp { UnixTime: > 0 and < 253_402_300_799 } at ? DateTimeOffset.FromUnixTimeSeconds(at.UnixTime) : null;
    }

    private static (string? Type, DateTimeOffset? Sent) Envelope(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            if (envelope.RootElement is not { ValueKind: JsonValueKind.Object } root)
                return default;
            var type = root.TryGetProperty("messageType", out var types) && types is { ValueKind: JsonValueKind.Array } && types.GetArrayLength() > 0
                && types[0].ValueKind == JsonValueKind.String ? types[0].GetString() : null;
            var sent = root.TryGetProperty("sentTime", out var time) && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var at) ? at : (DateTimeOffset?)null;
            return (type, sent?.ToUniversalTime());
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(IDictionary<string, object?>? headers, string name) => Value(headers, name) switch
    {
        null => null,
        byte[] text => Encoding.UTF8.GetString(text),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    private static object? Value(IDictionary<string, object?>? headers, string name) => headers is not null && headers.TryGetValue(name, out var value) ? value : null;
}
