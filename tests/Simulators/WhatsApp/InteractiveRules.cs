using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>The limits of reply buttons, lists and link buttons; other interactive kinds are left to the schema.</summary>
internal static class InteractiveRules
{
    public static IEnumerable<string> Find(JsonObject interactive) =>
    [
        .. Frame(interactive),
        .. interactive.Text("type") switch
        {
            "button" => Buttons(interactive["action"]),
            "list" => List(interactive["action"]),
            "cta_url" => Link(interactive["action"]),
            null => ["interactive.type: required"],
            _ => Enumerable.Empty<string>(),
        },
    ];

    private static IEnumerable<string> Frame(JsonObject interactive) =>
    [
        .. interactive.Text("type") == "product" && interactive["body"] is null
            ? []
            : Limits.Length("interactive.body.text", interactive["body"].Text("text"), 1, 1024),
        .. Limits.Optional("interactive.footer.text", interactive["footer"].Text("text"), 60),
        .. Limits.Optional("interactive.header.text", interactive["header"].Text("text"), 60),
    ];

    private static IEnumerable<string> Buttons(JsonNode? action)
    {
        var replies = action.Items("buttons").Select(button => button["reply"]).ToList();
        return
        [
            .. Limits.Count("interactive.action.buttons", replies.Count, 1, 3),
            .. Each(replies, "interactive.action.buttons", idLength: 256, titleLength: 20),
            .. Limits.Unique("button title", replies.Select(reply => reply.Text("title"))),
        ];
    }

    private static IEnumerable<string> List(JsonNode? action)
    {
        var sections = action.Items("sections");
        var rows = sections.SelectMany(section => section.Items("rows")).ToList();
        var titleFrom = sections.Count > 1 ? 1 : 0;
        return
        [
            .. Limits.Length("interactive.action.button", action.Text("button"), 1, 20),
            .. Limits.Count("interactive.action.sections", sections.Count, 1, 10),
            .. sections.SelectMany((section, at) =>
                Limits.Length($"interactive.action.sections[{at}].title", section.Text("title") ?? "", titleFrom, 24)),
            .. Limits.Count("interactive.action.sections rows in all", rows.Count, 1, 10),
            .. Each(rows, "rows", idLength: 200, titleLength: 24),
            .. rows.SelectMany((row, at) => Limits.Optional($"rows[{at}].description", row.Text("description"), 72)),
        ];
    }

    private static IEnumerable<string> Link(JsonNode? action) =>
    [
        .. Limits.Length("interactive.action.parameters.display_text", action?["parameters"].Text("display_text"), 1, 20),
        .. Uri.TryCreate(action?["parameters"].Text("url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? []
            : new[] { "interactive.action.parameters.url: must be an absolute http(s) URL" },
    ];

    private static IEnumerable<string> Each(IReadOnlyList<JsonNode?> options, string where, int idLength, int titleLength) =>
    [
        .. options.SelectMany((option, at) => Limits.Length($"{where}[{at}].id", option.Text("id"), 1, idLength)),
        .. options.SelectMany((option, at) => Limits.Length($"{where}[{at}].title", option.Text("title"), 1, titleLength)),
        .. Limits.Unique("id", options.Select(option => option.Text("id"))),
    ];
}
