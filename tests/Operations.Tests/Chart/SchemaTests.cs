using System.Text.Json;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Chart;

/// <summary>The schema knows exactly the values that values.yaml offers and explains.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void SchemaAndValues_HaveTheSameNames()
    {
        var schema = JsonElement.Parse(Repository.Read($"{Renders.Path}/values.schema.json"));
        // Helm itself hands "global" to every chart; the amounts of resources are Kubernetes' own.
        var known = NamesOf(schema, "").Where(name => name != "global" && !name.Contains(".resources.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var offered = NamesOf(Yaml.Map(Repository.Read($"{Renders.Path}/values.yaml")), schema, "").Where(name => !name.Contains(".resources.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(known, offered);
    }

    [Fact]
    public void EveryLevel_RefusesNamesItDoesNotKnow() =>
        Assert.Empty(Levels(JsonElement.Parse(Repository.Read($"{Renders.Path}/values.schema.json")), "values")
            .Where(level => level.Schema.TryGetProperty("properties", out _) && !(level.Schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False))
            .Select(level => level.Path));

    private static IEnumerable<string> NamesOf(JsonElement schema, string path) =>
        schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property => (string[])[$"{path}{property.Name}", .. NamesOf(property.Value, $"{path}{property.Name}.")])
            : [];

    /// <summary>Maps that are open in the schema hold names of their users.</summary>
    private static IEnumerable<string> NamesOf(Dictionary<string, object> values, JsonElement schema, string path) =>
        from value in values
        let below = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(value.Key, out var found) ? found : default
        let isOpen = below.ValueKind != JsonValueKind.Object || !below.TryGetProperty("properties", out _)
        from name in value.Value is Dictionary<string, object> map && !isOpen ? (string[])[$"{path}{value.Key}", .. NamesOf(map, below, $"{path}{value.Key}.")] : [$"{path}{value.Key}"]
        select name;

    private static IEnumerable<(string Path, JsonElement Schema)> Levels(JsonElement schema, string path) =>
        schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(property => Levels(property.Value, $"{path}.{property.Name}")).Prepend((path, schema))
            : [(path, schema)];
}
