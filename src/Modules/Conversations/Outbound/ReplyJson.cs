using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>A reply as a row keeps it and as web chat sends it: camelCase, nothing for null.</summary>
internal static class ReplyJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(OutgoingMessage message) => JsonSerializer.Serialize(message, Options);

    public static OutgoingMessage Read(string message) => JsonSerializer.Deserialize<OutgoingMessage>(message, Options)
        ?? throw new JsonException("The stored reply is null.");

    /// <summary>The stored JSON with the row's number as its first field.</summary>
    public static string WithId(int sequence, string message) => $$"""{"id":"{{sequence}}",{{message.AsSpan(1)}}""";
}
