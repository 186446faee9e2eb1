using System.Text.Json;

namespace EcommerceBot.Tools.Calls;

/// <summary>Holds arguments against a tool's input schema and names every fault, so that a model mends them in one go.</summary>
internal static class ArgumentCheck
{
    public static IReadOnlyList<string> Faults(JsonElement arguments, JsonElement schema)
    {
        var faults = new List<string>();
        Check(arguments, schema, "", faults);
        return faults;
    }

    private static void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        var types = Types(schema);
        if (!types.Any(type => Fits(value, type)))
        {
            faults.Add($"{Name(path)} should be {string.Join(" or ", types.Select(Spoken))}, not {Spoken(value)}.");
            return;
        }
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(value, schema, path, faults);
                break;
            case JsonValueKind.Array:
                CheckBounds(value.GetArrayLength(), schema, "minItems", "maxItems", "lines", path, faults);
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Check(item, schema.GetProperty("items"), $"{path}[{index++}]", faults);
                break;
            case JsonValueKind.String:
                CheckBounds(value.GetString()!.Length, schema, "minLength", "maxLength", "characters", path, faults);
                CheckAllowed(value, schema, path, faults);
                break;
            case JsonValueKind.Number:
                CheckBounds(value.GetInt64(), schema, "minimum", "maximum", null, path, faults);
                break;
        }
    }

    private static void CheckObject(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        var known = schema.GetProperty("properties");
        foreach (var property in value.EnumerateObject())
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (known.TryGetProperty(property.Name, out var expected))
                Check(property.Value, expected, name, faults);
            else
                faults.Add($"{Name(name)} is not an argument here; {Known(known)}.");
        }
        if (!schema.TryGetProperty("required", out var required))
            return;
        foreach (var name in required.EnumerateArray().Select(x => x.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
            faults.Add($"{Name(path.Length == 0 ? name : $"{path}.{name}")} is missing.");
    }

    private static void CheckBounds(long size, JsonElement schema, string lowest, string highest, string? unit, string path, List<string> faults)
    {
        if (!schema.TryGetProperty(lowest, out var least) || !schema.TryGetProperty(highest, out var most))
            return;
        if (size < least.GetInt64() || size > most.GetInt64())
            faults.Add($"{Name(path)} should {(unit is null ? "be" : "have")} {least} to {most}{(unit is null ? "" : $" {unit}")}, not {size}.");
    }

    private static void CheckAllowed(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => one.ValueEquals(value.GetString())))
            faults.Add($"{Name(path)} should be one of: {string.Join(", ", allowed.EnumerateArray())}.");
    }

    private static List<string> Types(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } many
        ? [.. many.EnumerateArray().Select(type => type.GetString()!)]
        : [schema.GetProperty("type").GetString()!];

    private static bool Fits(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "string" => value.ValueKind is JsonValueKind.String,
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "null" => value.ValueKind is JsonValueKind.Null,
        _ => throw new NotSupportedException($"No check is written for the schema type {type}."),
    };

    private static string Spoken(string type) => type switch
    {
        "integer" => "a whole number",
        "array" => "a list",
        "object" => "an object",
        "null" => "null",
        _ => "a text",
    };

    private static string Spoken(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "this number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static string Known(JsonElement properties) =>
        properties.EnumerateObject().Any() ? $"known are {string.Join(", ", properties.EnumerateObject().Select(x => x.Name))}" : "none is taken";

    // A hostile name is not echoed at length.
    private static string Name(string path) => path.Length == 0 ? "The arguments" : $"\"{(path.Length <= 80 ? path : path[..80] + "…")}\"";
}
