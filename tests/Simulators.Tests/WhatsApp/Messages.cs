using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.Tests.WhatsApp;

/// <summary>Well-formed messages, to be bent by a test.</summary>
internal static class Messages
{
    public const string To = "15551234567";

    public static JsonObject Text(string body = "Hello", string? callbackData = null)
    {
        var message = Message("text", new() { ["body"] = body });
        if (callbackData is not null)
            message["biz_opaque_callback_data"] = callbackData;

        return message;
    }

    public static JsonObject Buttons(int count, string title = "Yes", string id = "b") => Interactive("button", new()
    {
        ["buttons"] = Repeat(count, at => new()
        {
            ["type"] = "reply",
            ["reply"] = new JsonObject { ["id"] = $"{id}{at}", ["title"] = at == 0 ? title : $"Choice {at}" },
        }),
    });

    public static JsonObject List(int rows, string title = "Boots", string description = "Warm", int sections = 1, string button = "Choose", string id = "r") =>
        Interactive("list", new()
        {
            ["button"] = button,
            ["sections"] = Repeat(sections, section => new()
            {
                ["title"] = $"Section {section}",
                ["rows"] = Repeat(rows, at => new() { ["id"] = $"{id}{section}-{at}", ["title"] = title, ["description"] = description }),
            }),
        });

    public static JsonObject Link(string url) => Interactive("cta_url", new()
    {
        ["name"] = "cta_url",
        ["parameters"] = new JsonObject { ["display_text"] = "Pay now", ["url"] = url },
    });

    public static JsonObject Interactive(string type, JsonObject action, string body = "Pick one") =>
        Message("interactive", new() { ["type"] = type, ["body"] = new JsonObject { ["text"] = body }, ["action"] = action });

    private static JsonObject Message(string type, JsonObject content) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["recipient_type"] = "individual",
        ["to"] = To,
        ["type"] = type,
        [type] = content,
    };

    private static JsonArray Repeat(int count, Func<int, JsonObject> make) => new([.. Enumerable.Range(0, count).Select(make)]);
}
