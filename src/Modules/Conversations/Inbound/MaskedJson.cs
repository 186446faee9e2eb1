using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>A body without card numbers. Only strings are looked into: numbers in these bodies are times and counts.</summary>
internal static class MaskedJson
{
    /// <summary>The same bytes when nothing had to be masked.</summary>
    public static byte[] Mask(byte[] body)
    {
        try
        {
            var root = JsonNode.Parse(body, documentOptions: new() { MaxDepth = JsonDepth.Most });
            return root is not null && MaskIn(root) ? JsonSerializer.SerializeToUtf8Bytes(root) : body;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Names that occur twice, or half a surrogate pair: not a tree that could be searched, so nothing of it is kept.
            return [];
        }
    }

    private static bool MaskIn(JsonNode node) => node switch
    {
        JsonObject fields => fields.ToList().Aggregate(false, (changed, field) => MaskField(fields, field.Key, field.Value) || changed),
        JsonArray items => Enumerable.Range(0, items.Count).Aggregate(false, (changed, index) => MaskItem(items, index) || changed),
        _ => false,
    };

    private static bool MaskField(JsonObject fields, string name, JsonNode? value)
    {
        if (!TryMask(value, out var masked))
            return value is not null && MaskIn(value);
        fields[name] = masked;
        return true;
    }

    private static bool MaskItem(JsonArray items, int index)
    {
        if (!TryMask(items[index], out var masked))
            return items[index] is { } item && MaskIn(item);
        items[index] = masked;
        return true;
    }

    private static bool TryMask(JsonNode? node, out string masked)
    {
        masked = "";
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return false;
        var text = value.GetValue<string>();
        masked = CardNumbers.Mask(text);
        return !ReferenceEquals(masked, text);
    }
}

/// <summary>How deep a body may be nested; what channels send is about ten deep.</summary>
internal static class JsonDepth
{
    public const int Most = 128;
}
