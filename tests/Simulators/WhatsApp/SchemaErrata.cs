using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>
/// Where Meta's schema contradicts Meta's own examples or its documentation, the latter win: the real endpoint takes those bodies.
/// Each edit says against what it stands. Everything else is enforced as published.
/// </summary>
internal static class SchemaErrata
{
    public static void Apply(JsonObject components)
    {
        // Several of the published examples leave recipient_type out; the documentation calls "individual" the default.
        Optional(components["BaseMessageProperties"], "recipient_type");

        // Documented for sends, echoed in status webhooks, absent from the schema, which is closed.
        Add(components["BaseMessageProperties"], "biz_opaque_callback_data", new JsonObject { ["type"] = "string", ["maxLength"] = 512 });

        // Every template example but one leaves the policy out.
        Optional(components["LanguageObject"], "policy");

        // "^[2-6, 11-14]$" refuses the index 0 that the schema gives as its own example; some examples have a number.
        components["TemplateComponent"]?["properties"]?.AsObject().Remove("index");

        // The examples send "CATALOG" and "flow".
        Allow(components["TemplateComponent"]?["properties"]?["sub_type"], "CATALOG", "flow", "FLOW");

        // Declared as strings, with numbers as their examples, and sent as numbers.
        var location = components["LocationMessage"]?["allOf"]?[1]?["properties"]?["location"]?["properties"];
        Retype(location?["latitude"], "string", "number");
        Retype(location?["longitude"], "string", "number");

        // Documented kinds that have examples or a page of their own, but no place in the enumeration.
        Allow(components["InteractiveObject"]?["properties"]?["type"], "order_details", "order_status", "cta_url");
        foreach (var name in new[] { "review_and_pay", "review_order", "cta_url" })
            (components["ActionObject"]?["oneOf"] as JsonArray)?.Add(NamedAction(name));
    }

    private static void Optional(JsonNode? schema, string field)
    {
        var required = schema?["required"] as JsonArray ?? [];
        foreach (var name in required.Where(name => name?.GetValue<string>() == field).ToList())
            required.Remove(name);
    }

    private static void Add(JsonNode? schema, string field, JsonObject rules)
    {
        if (schema?["properties"] is JsonObject fields)
            fields[field] = rules;
    }

    private static void Allow(JsonNode? schema, params string[] values)
    {
        foreach (var value in values)
            (schema?["enum"] as JsonArray)?.Add(value);
    }

    private static void Retype(JsonNode? schema, params string[] types)
    {
        if (schema is JsonObject rules)
            rules["type"] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]);
    }

    private static JsonObject NamedAction(string name) => new()
    {
        ["required"] = new JsonArray("name", "parameters"),
        ["properties"] = new JsonObject { ["name"] = new JsonObject { ["enum"] = new JsonArray(name) } },
    };
}
