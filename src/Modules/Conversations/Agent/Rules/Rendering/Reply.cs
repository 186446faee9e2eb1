using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>Builds messages that every channel can carry.</summary>
internal static class Reply
{
    public static OutgoingMessage Text(string text) => new() { Type = "text", Text = Clip.Text(text, Limits.PlainText) };

    /// <summary>At most three buttons.</summary>
    public static OutgoingMessage Buttons(string text, params IEnumerable<MessageOption> options) => new()
    {
        Type = "buttons",
        Text = Clip.Text(text, Limits.InteractiveText),
        Options = [.. options.Take(Limits.Buttons).Select(Button)],
    };

    /// <summary>At most ten rows.</summary>
    /// <param name="label">Opens the list.</param>
    public static OutgoingMessage List(string text, string label, IEnumerable<MessageOption> rows) => new()
    {
        Type = "list",
        Text = Clip.Text(text, Limits.InteractiveText),
        Label = Clip.Line(label, Limits.ButtonTitle),
        Options = [.. rows.Take(Limits.Rows).Select(Row)],
    };

    /// <summary>Cards, and what follows them, at most ten in all.</summary>
    public static OutgoingMessage Products(
        string text, string label, IReadOnlyList<ProductCard> cards, params IEnumerable<MessageOption> more) => new()
    {
        Type = "products",
        Text = Clip.Text(text, Limits.InteractiveText),
        Label = Clip.Line(label, Limits.ButtonTitle),
        Products = cards,
        Options = [.. more.Take(Limits.Rows - cards.Count).Select(Row)],
    };

    /// <param name="label">On the button.</param>
    public static OutgoingMessage Link(string text, string label, string url) => new()
    {
        Type = "link",
        Text = Clip.Text(text, Limits.InteractiveText),
        Label = Clip.Line(label, Limits.ButtonTitle),
        Url = url,
    };

    public static OutgoingMessage Image(string text, string url) =>
        new() { Type = "image", Text = Clip.Text(text, Limits.InteractiveText), Url = url };

    private static MessageOption Button(MessageOption option) => new(option.Id, Clip.Line(option.Title, Limits.ButtonTitle));

    private static MessageOption Row(MessageOption option) => option with
    {
        Title = Clip.Line(option.Title, Limits.RowTitle),
        Description = string.IsNullOrWhiteSpace(option.Description) ? null : Clip.Line(option.Description, Limits.RowDescription),
    };
}
