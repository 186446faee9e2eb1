using System.Text.Json;
using System.Text.Json.Nodes;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Calls;

/// <summary>Calls that each break a tool's schema in one place: none is a server fault, none reaches a module. <c>FUZZ_CALLS</c> sets how many; the full campaign is 20,000.</summary>
public sealed class SchemaFuzzTests
{
    private const int Reduced = 1_000;
    private const int Lanes = 4;
    private static readonly int Calls = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_CALLS"), out var calls) ? calls : Reduced;

    [Fact]
    public async Task BrokenCalls_AreRefusedInWords_WithoutEffect()
    {
        await using var shop = await Shop.StartAsync("Development", null, ("Tools:Limits:PerMinute", "0"));
        await using var client = await McpClients.ConnectAsync(shop);
        var tools = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(tool => tool.ProtocolTool).ToList();

        var refused = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async lane =>
        {
            var (random, count) = (new Random(lane), 0);
            for (var call = lane; call < Calls; call += Lanes, count++)
            {
                var tool = tools[random.Next(tools.Count)];
                await AssertRefusedAsync(shop, tool.Name, SchemaFuzz.Broken(tool.InputSchema, random), $"lane {lane}, call {call}");
            }
            return count;
        }));

        Assert.Equal(Calls, refused.Sum());
        Assert.Equal(0, shop.Modules.Count);
    }

    private static async Task AssertRefusedAsync(Shop shop, string tool, string arguments, string where)
    {
        using var response = await McpWire.PostAsync(shop, McpWire.Call(tool, arguments));
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var said = $"{where}: {tool} {(arguments.Length < 300 ? arguments : arguments[..300])} was answered {(int)response.StatusCode} {(body.Length < 300 ? body : body[..300])}";

        Assert.True((int)response.StatusCode < 500, said);
        Assert.False(body.Contains("-32603", StringComparison.Ordinal), said);
        Assert.True(body.Contains("invalid_arguments", StringComparison.Ordinal) || body.Contains("\"error\":{", StringComparison.Ordinal), said);
    }
}

/// <summary>Arguments that fit a schema but for one thing.</summary>
internal static class SchemaFuzz
{
    private static readonly string[] Hostile =
    [
        "null", "true", "-1", "1e400", "0.5", "9223372036854775808", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"' OR 1=1 --\"", "{\"$ne\":null}", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
        "\"\\u202e\\u200b\\u0301\"",
    ];

    private static readonly string[] Forbidden = ["price", "total", "customer", "owner_id", "role", "__proto__", "$where", "amount", "discount", "scope", "\\u0000", "\\udc00", "конфигурация"];

    public static string Broken(JsonElement schema, Random random)
    {
        var properties = schema.GetProperty("properties").EnumerateObject().ToList();
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(x => x.GetString()!).ToList() : [];
        var fitting = required.ToDictionary(name => name, name => Fitting(schema.GetProperty("properties").GetProperty(name)));
        var left = required.Count > 0 ? required[random.Next(required.Count)] : "";
        return (random.Next(6), properties.Count) switch
        {
            (0, _) when required.Count > 0 => Text(fitting.Where(x => x.Key != left)),
            (1, > 0) => Wrong(fitting, properties[random.Next(properties.Count)], random),
            (2, _) => $"[{Text(fitting)}]",
            (3, _) => Text(fitting)[..^1],
            (4, > 0) => Text(With(fitting, properties[random.Next(properties.Count)].Name, JsonSerializer.Serialize(new string('\u00e9', 40_000)))),
            _ => Text(With(fitting, Forbidden[random.Next(Forbidden.Length)], Hostile[random.Next(Hostile.Length)])),
        };
    }

    /// <summary>A value no property of that type takes, whatever its bounds.</summary>
    private static string Wrong(Dictionary<string, string> fitting, JsonProperty property, Random random)
    {
        var types = property.Value.GetProperty("type") is { ValueKind: JsonValueKind.Array } many ? many.EnumerateArray().Select(x => x.GetString()).ToList() : [property.Value.GetProperty("type").GetString()];
        var wrong = Hostile.Where(value => !types.Contains(TypeOf(value))).ToList();
        return Text(With(fitting, property.Name, wrong[random.Next(wrong.Count)]));
    }

    private static string TypeOf(string json) => json[0] switch
    {
        '"' => "string",
        '[' => "array",
        '{' => "object",
        'n' => "null",
        't' => "boolean",
        _ => json is "-1" ? "integer" : "number",
    };

    private static string Fitting(JsonElement schema) => (schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } many ? many[0].GetString() : schema.GetProperty("type").GetString()) switch
    {
        "string" => $"\"{new string('a', schema.TryGetProperty("minLength", out var least) ? Math.Max(1, least.GetInt32()) : 1)}\"",
        "integer" => schema.TryGetProperty("minimum", out var lowest) ? lowest.GetRawText() : "1",
        "array" => "[]",
        _ => new JsonObject().ToJsonString(),
    };

    private static Dictionary<string, string> With(Dictionary<string, string> arguments, string name, string value) => new(arguments) { [name] = value };

    private static string Text(IEnumerable<KeyValuePair<string, string>> arguments) => $"{{{string.Join(',', arguments.Select(x => $"\"{x.Key}\":{x.Value}"))}}}";
}
