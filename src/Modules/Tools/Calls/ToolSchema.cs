using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace EcommerceBot.Tools.Calls;

/// <summary>Writes the JSON schema of a record, with the texts and bounds its attributes state.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Annotate };

    public static JsonElement Input<T>() => Of<T>(ToolJson.Input);

    public static JsonElement Output<T>() => Of<T>(ToolJson.Result);

    private static JsonElement Of<T>(JsonSerializerOptions options)
    {
        var schema = options.GetJsonSchemaAsNode(typeof(T), Exporting).AsObject();
        // A record without properties gets no "properties" of its own, and clients expect one.
        schema.TryAdd("properties", new JsonObject());
        return JsonSerializer.SerializeToElement(Inline(schema, schema));
    }

    /// <summary>Writes out what the exporter only points at: a type's second use is a <c>$ref</c>, which many MCP clients do not follow.</summary>
    private static JsonNode? Inline(JsonNode? node, JsonObject root) => node switch
    {
        JsonObject schema when schema["$ref"] is { } pointer => Inline(Merge(Target(root, pointer.GetValue<string>()), schema), root),
        JsonObject schema => new JsonObject(schema.Select(part => KeyValuePair.Create(part.Key, Inline(part.Value, root)))),
        JsonArray parts => new JsonArray([.. parts.Select(part => Inline(part, root))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode Target(JsonNode root, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate(root, (node, step) => node is JsonArray parts ? parts[int.Parse(step, null)]! : node[step]!);

    private static JsonObject Merge(JsonNode target, JsonObject reference)
    {
        var merged = target.DeepClone().AsObject();
        foreach (var (name, value) in reference.Where(part => part.Key != "$ref"))
            merged[name] = value?.DeepClone();
        return merged;
    }

    private static JsonNode Annotate(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema || context.PropertyInfo?.AttributeProvider is not { } attributes)
            return node;
        if (Attribute<DescriptionAttribute>(attributes) is { } text)
            schema.Insert(0, "description", text.Description);
        if (Attribute<RangeAttribute>(attributes) is { } range)
        {
            schema["minimum"] = Convert.ToInt64(range.Minimum, null);
            schema["maximum"] = Convert.ToInt64(range.Maximum, null);
        }
        if (Attribute<StringLengthAttribute>(attributes) is { } length)
        {
            schema["minLength"] = length.MinimumLength;
            schema["maxLength"] = length.MaximumLength;
        }
        if (Attribute<AllowedValuesAttribute>(attributes) is { } allowed)
            schema["enum"] = JsonSerializer.SerializeToNode(allowed.Values);
        if (Attribute<LengthAttribute>(attributes) is { } items)
        {
            schema["minItems"] = items.MinimumLength;
            schema["maxItems"] = items.MaximumLength;
        }
        return schema;
    }

    private static T? Attribute<T>(ICustomAttributeProvider provider) where T : Attribute =>
        provider.GetCustomAttributes(typeof(T), true).OfType<T>().FirstOrDefault();
}
