namespace EcommerceBot.Conversations.Outbound;

/// <summary>A reply before a channel gives it its form; also, serialised in camelCase, what web chat sends as one SSE event.</summary>
internal sealed record OutgoingMessage
{
    /// <summary><c>text</c>, <c>buttons</c>, <c>list</c>, <c>products</c>, <c>link</c> or <c>image</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Plain text; line breaks as \n.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// With <c>buttons</c> (at most 3) and <c>list</c> (at most 10): what can be chosen. With <c>products</c>: what follows the cards, at
    /// most 10 with them.
    /// </summary>
    public IReadOnlyList<MessageOption> Options { get; init; } = [];

    /// <summary>With <c>products</c> (at most 10): the cards; choosing one sends the action <c>product:{id}</c>.</summary>
    public IReadOnlyList<ProductCard> Products { get; init; } = [];

    /// <summary>With <c>link</c> and <c>image</c>: a path on this shop or an absolute URL.</summary>
    public string? Url { get; init; }

    /// <summary>With <c>link</c>: the words on the button; with <c>list</c>: the words that open the list. At most 20 characters.</summary>
    public string? Label { get; init; }
}

/// <summary>A button or list row.</summary>
/// <param name="Id">Comes back as the action; at most 200 characters.</param>
/// <param name="Title">At most 20 characters on a button, 24 in a list.</param>
/// <param name="Description">At most 72 characters; lists only.</param>
internal sealed record MessageOption(string Id, string Title, string? Description = null);

/// <summary>A product as a card shows it.</summary>
internal sealed record ProductCard(string Id, string Title, CardPrice Price, string? Description = null, string? ImageUrl = null);

/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
internal sealed record CardPrice(long Amount, string Currency);
