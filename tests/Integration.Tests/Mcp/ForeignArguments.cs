using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Mcp;

/// <summary>Arguments that a tool's schema takes, made from the schema alone.</summary>
internal static class ForeignArguments
{
    public static Dictionary<string, object?> Fill(JsonElement schema, string argument, string id, Quoted open)
    {
        var properties = schema.GetProperty("properties");
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        var filled = required.ToDictionary(name => name, name => Value(name, properties.GetProperty(name), open));
        // update_cart takes one of three changes and requires none by itself.
        if (properties.TryGetProperty("line_items", out _))
            filled["line_items"] = Array.Empty<object>();
        filled[argument] = id;
        return filled;
    }

    private static object? Value(string name, JsonElement schema, Quoted open) => name switch
    {
        "confirmation" => open.Confirmation,
        "reason" => "no longer needed",
        "sku" or "new_sku" => open.Sku,
        _ => schema.GetProperty("type").ToString() switch
        {
            "string" => "text",
            "integer" => schema.TryGetProperty("minimum", out var least) ? Math.Max(1, least.GetInt64()) : 1,
            "array" => new[] { Value("", schema.GetProperty("items"), open) },
            _ => schema.GetProperty("properties").EnumerateObject().Where(x => IsRequired(schema, x.Name)).ToDictionary(x => x.Name, x => Value(x.Name, x.Value, open)),
        },
    };

    private static bool IsRequired(JsonElement schema, string name) =>
        schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(x => x.GetString() == name);
}
