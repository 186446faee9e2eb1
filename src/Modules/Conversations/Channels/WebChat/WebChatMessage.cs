using System.Text.Json;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>What a page posts: <c>{"id","text"}</c> or <c>{"id","action"}</c>.</summary>
/// <param name="Id">The page's own id: posting it again has no second effect.</param>
/// <param name="Text">What the shopper wrote.</param>
/// <param name="Action">The id of the button or list row that was pressed.</param>
internal sealed record WebChatMessage(string Id, string? Text, string? Action)
{
    private const int LongestId = 64;
    private const int LongestText = 4096;
    private const int LongestAction = 200;

    /// <summary>The message, or every fault of it.</summary>
    public static (WebChatMessage? Message, Dictionary<string, string[]> Faults) Read(byte[] body)
    {
        var faults = new Dictionary<string, string[]>();
        if (Parse(body) is not { } root)
            return (null, new() { ["body"] = ["""The body must be a JSON object such as {"id":"1","text":"Hello"}."""] });
        var id = Read(root, "id", LongestId, faults);
        var text = Read(root, "text", LongestText, faults);
        var action = Read(root, "action", LongestAction, faults);
        if (id is null && !faults.ContainsKey("id"))
            faults["id"] = [$"Give each message an id of its own, 1 to {LongestId} characters."];
        if (root.Field("text") is null == root.Field("action") is null)
            faults["body"] = ["Give either text or action, and not both."];
        return (faults.Count > 0 || id is null ? null : new WebChatMessage(id, text, action), faults);
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            var root = JsonElement.Parse(body);
            return root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Read(JsonElement root, string name, int longest, Dictionary<string, string[]> faults)
    {
        if (root.Field(name) is not { } field)
            return null;
        var text = field.ValueKind == JsonValueKind.String ? ((JsonElement?)field).Text() : null;
        if (text is null || string.IsNullOrWhiteSpace(text) || text.Length > longest)
            faults[name] = [$"{name} must be a text of 1 to {longest} characters{(text?.Length > longest ? $"; this one has {text.Length}" : "")}."];
        return text;
    }
}
