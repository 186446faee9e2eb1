using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>
/// Checks a value against the part of OpenAPI 3 that Meta's file uses. <c>allOf</c> is merged first, as code generators do: read to
/// the letter, its parts with <c>additionalProperties: false</c> would forbid each other's fields and no message could ever pass.
/// </summary>
internal sealed class SchemaReader(JsonObject components)
{
    public IEnumerable<string> Check(JsonNode? value, JsonNode schema, string path)
    {
        var rules = Merge(schema);
        if (Kind(value, rules, path) is { } wrong)
            return [wrong];
        return
        [
            .. Choice(value, rules, path),
            .. Scalar(value, rules, path),
            .. Fields(value, rules, path),
            .. Elements(value, rules, path),
        ];
    }

    private static string? Kind(JsonNode? value, JsonObject rules, string path)
    {
        var allowed = rules["type"] switch
        {
            JsonArray several => several.Select(name => name!.GetValue<string>()).ToArray(),
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        var kind = value?.GetValueKind() switch
        {
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "null",
        };
        var fits = allowed.Length == 0 || allowed.Contains(kind) || (kind == "number" && allowed.Contains("integer"));
        return fits ? null : $"{Name(path)}: must be {string.Join(" or ", allowed)}, is {kind}";
    }

    private IEnumerable<string> Choice(JsonNode? value, JsonObject rules, string path)
    {
        if (rules["oneOf"] is not JsonArray options)
            return [];

        if (rules["discriminator"]?["mapping"] is JsonObject mapping)
        {
            var tag = value.Text(rules["discriminator"].Text("propertyName") ?? "type") ?? "";
            return mapping[tag] is JsonValue target
                ? Check(value, new JsonObject { ["$ref"] = target.GetValue<string>() }, path)
                : [$"{Name(path)}: \"{tag}\" is not one of {string.Join(", ", mapping.Select(pair => pair.Key))}"];
        }

        var outcomes = options.Select(option => Check(value, option!, path).ToList()).ToList();
        return outcomes.Count(faults => faults.Count == 0) switch
        {
            1 => [],
            0 => [$"{Name(path)}: fits none of its forms; nearest: {string.Join("; ", outcomes.MinBy(faults => faults.Count)!)}"],
            var many => [$"{Name(path)}: fits {many} of its forms at once, must fit one"],
        };
    }

    private static IEnumerable<string> Scalar(JsonNode? value, JsonObject rules, string path)
    {
        if (rules["enum"] is JsonArray allowed && !allowed.Any(option => JsonNode.DeepEquals(option, value)))
        {
            yield return $"{Name(path)}: {value?.ToJsonString()} is not one of {allowed.ToJsonString()}";
        }

        if (value is not JsonValue scalar || !scalar.TryGetValue<string>(out var text))
            yield break;

        if (rules["maxLength"] is { } longest && text.Length > longest.GetValue<int>())
        {
            yield return $"{Name(path)}: {text.Length} characters, at most {longest} are allowed";
        }

        if (rules.Text("pattern") is { } pattern && !Regex.IsMatch(text, pattern))
        {
            yield return $"{Name(path)}: does not match {pattern}";
        }
    }

    private IEnumerable<string> Fields(JsonNode? value, JsonObject rules, string path)
    {
        if (value is not JsonObject body)
            return [];

        var known = rules["properties"] as JsonObject ?? [];
        var closed = rules["additionalProperties"] is JsonValue open && open.GetValueKind() == JsonValueKind.False;
        return
        [
            .. (rules["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>())
                .Where(name => !body.ContainsKey(name)).Select(name => $"{Name(path, name)}: required"),
            .. body.Where(field => known[field.Key] is not null).SelectMany(field => Check(field.Value, known[field.Key]!, Name(path, field.Key))),
            .. body.Where(field => closed && known[field.Key] is null).Select(field => $"{Name(path, field.Key)}: not known here"),
        ];
    }

    private IEnumerable<string> Elements(JsonNode? value, JsonObject rules, string path)
    {
        if (value is not JsonArray items)
            return [];

        var least = rules["minItems"]?.GetValue<int>() ?? 0;
        var most = rules["maxItems"]?.GetValue<int>() ?? int.MaxValue;
        return
        [
            .. Limits.Count(Name(path), items.Count, least, most),
            .. rules["items"] is { } each ? items.SelectMany((item, at) => Check(item, each, $"{path}[{at}]")) : [],
        ];
    }

    /// <summary>One flat schema: references followed, <c>allOf</c> folded into it.</summary>
    private JsonObject Merge(JsonNode schema)
    {
        if (schema.Text("$ref") is { } reference)
        {
            var name = reference[(reference.LastIndexOf('/') + 1)..];
            return Merge(components[name] ?? throw new InvalidDataException($"The schema file refers to \"{name}\" and does not hold it."));
        }

        var merged = (JsonObject)schema.DeepClone();
        merged.Remove("allOf");
        foreach (var part in (schema["allOf"] as JsonArray ?? []).Select(part => Merge(part!)))
            Fold(part, merged);

        return merged;
    }

    private static void Fold(JsonObject part, JsonObject into)
    {
        foreach (var (key, value) in part.Select(pair => (pair.Key, pair.Value?.DeepClone())))
        {
            switch (into[key], value)
            {
                case (JsonObject old, JsonObject added):
                    Fold(added, old);
                    break;
                case (JsonArray old, JsonArray added) when key == "required":
                    added.ToList().ForEach(name => old.Add(name!.DeepClone()));
                    break;
                default:
                    into[key] = value;
                    break;
            }
        }
    }

    private static string Name(string path, string? field = null) =>
        field is null ? (path.Length == 0 ? "message" : path) : (path.Length == 0 ? field : $"{path}.{field}");
}
