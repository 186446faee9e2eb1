using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Reads strangers' JSON: what is absent or of another kind reads as nothing, never as an exception.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string name) =>
        node is JsonObject body && body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;

    public static IReadOnlyList<JsonNode> Items(this JsonNode? node, string name) =>
        node is JsonObject body && body[name] is JsonArray items ? [.. items.OfType<JsonNode>()] : [];
}
