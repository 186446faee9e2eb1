using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>A reply as WhatsApp can say it: each portion is exactly one message there. Pure.</summary>
internal static class Portions
{
    public static IEnumerable<OutgoingMessage> Of(OutgoingMessage message, ShopOptions shop) => message.Type switch
    {
        "buttons" or "list" when Usable(message.Options) is { Count: > 0 } options => Choices(message, options),
        "products" when message.Products.Count > 0 => Choices(message, Usable([.. message.Products.Select(ProductRow.Of), .. message.Options])),
        "image" when IsPicture(message.Url) => Picture(message),
        "link" when message.Url is { } url => Texts(WithLink(message.Text, shop.Absolute(url).ToString())),
        _ => Texts(message.Text),
    };

    /// <summary>The words before a long list go ahead as text; more choices than a list holds become further lists.</summary>
    private static IEnumerable<OutgoingMessage> Choices(OutgoingMessage message, List<MessageOption> options)
    {
        var words = WhatsAppLimits.Pieces(message.Text, WhatsAppLimits.InteractiveBody).DefaultIfEmpty(message.Label ?? options[0].Title).ToList();
        foreach (var piece in words.SkipLast(1))
            yield return Text(piece);
        var asButtons = message.Type == "buttons" && options.Count <= WhatsAppLimits.Buttons;
        foreach (var some in options.Chunk(WhatsAppLimits.ListRows))
            yield return new OutgoingMessage { Type = asButtons ? "buttons" : "list", Text = words[^1], Options = some, Label = message.Label };
    }

    /// <summary>WhatsApp refuses a message in which an id occurs twice, is empty or too long.</summary>
    private static List<MessageOption> Usable(IReadOnlyList<MessageOption> options) =>
        [.. options.Where(option => option.Id.Length is > 0 and <= WhatsAppLimits.OptionId).DistinctBy(option => option.Id)];

    private static IEnumerable<OutgoingMessage> Picture(OutgoingMessage message) => message.Text.Length <= WhatsAppLimits.Caption
        ? [message]
        : [message with { Text = "" }, .. Texts(message.Text)];

    private static IEnumerable<OutgoingMessage> Texts(string text) => WhatsAppLimits.Pieces(text, WhatsAppLimits.Text).Select(Text);

    private static OutgoingMessage Text(string text) => new() { Type = "text", Text = text };

    private static string WithLink(string text, string url) => text.Contains(url, StringComparison.Ordinal) ? text : $"{text}\n{url}";

    /// <summary>WhatsApp shows JPEG and PNG; a drawing as SVG would be refused.</summary>
    private static bool IsPicture(string? url) => url is not null && !url.Split('?', '#')[0].EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
}
