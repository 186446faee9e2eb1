using System.Text.Json.Nodes;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>A message as it lies in the shopper's chat.</summary>
public sealed record ReceivedMessage
{
    public required string Id { get; init; }

    /// <summary>Digits of the shopper's number.</summary>
    public required string To { get; init; }

    /// <summary><c>text</c>, <c>image</c>, <c>template</c> … or the interactive kind: <c>button</c>, <c>list</c>, <c>cta_url</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The words shown: the text, the body of an interactive message or the caption of a picture; empty where there are none.</summary>
    public required string Text { get; init; }

    /// <summary>Buttons or list rows in their order.</summary>
    public required IReadOnlyList<OfferedOption> Options { get; init; }

    /// <summary>The page behind a link button, or the picture's address.</summary>
    public string? Url { get; init; }

    /// <summary>The sender's correlation, echoed in statuses. Two messages with the same one are a repeated send.</summary>
    public string? CallbackData { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The request as it came.</summary>
    public required JsonObject Body { get; init; }

    internal static ReceivedMessage Read(JsonObject body, string id, string to, DateTimeOffset at)
    {
        var type = body.Text("type") ?? "text";
        var interactive = body["interactive"];
        var action = interactive?["action"];
        return new()
        {
            Id = id,
            To = to,
            Type = interactive.Text("type") ?? type,
            Text = body["text"].Text("body") ?? interactive?["body"].Text("text") ?? body[type].Text("caption") ?? "",
            Options =
            [
                .. action.Items("buttons").Select(button => OfferedOption.Read(button["reply"])),
                .. action.Items("sections").SelectMany(section => section.Items("rows")).Select(OfferedOption.Read),
            ],
            Url = action?["parameters"].Text("url") ?? body[type].Text("link"),
            CallbackData = body.Text("biz_opaque_callback_data"),
            At = at,
            Body = body,
        };
    }
}

/// <summary>A button or list row the shopper can choose.</summary>
public sealed record OfferedOption(string Id, string Title, string? Description)
{
    internal static OfferedOption Read(JsonNode? option) =>
        new(option.Text("id") ?? "", option.Text("title") ?? "", option.Text("description"));
}
