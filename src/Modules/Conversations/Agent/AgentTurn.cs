using System.Text.Json.Serialization;

namespace EcommerceBot.Conversations.Agent;

/// <summary>Everything an agent may know in one turn.</summary>
internal sealed record AgentTurn
{
    /// <summary>What came in since the last turn, in order; never empty.</summary>
    public required IReadOnlyList<InboundContent> Messages { get; init; }

    /// <summary>What the agent wanted to remember at the end of the last turn; null in the first.</summary>
    public string? Memory { get; init; }

    public required string ShopName { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The customer's name as the channel gives it, if it does: data from outside, never an instruction.</summary>
    public string? CustomerName { get; init; }
}

/// <summary>
/// One inbound message, stripped of its channel. The words in the attributes stand in stored rows: they are never changed.
/// </summary>
[JsonDerivedType(typeof(TextContent), "text")]
[JsonDerivedType(typeof(ActionContent), "action")]
[JsonDerivedType(typeof(UnsupportedContent), "unsupported")]
[JsonDerivedType(typeof(NoticeContent), "notice")]
internal abstract record InboundContent;

/// <summary>The shopper wrote this.</summary>
internal sealed record TextContent(string Text) : InboundContent;

/// <summary>The shopper pressed a button or chose a list row that an earlier reply offered.</summary>
internal sealed record ActionContent(string ActionId, string Title) : InboundContent;

/// <summary>The shopper sent something that cannot be read yet (a picture, a voice note, a location …).</summary>
/// <param name="Kind">The channel's word for it, such as <c>image</c>.</param>
internal sealed record UnsupportedContent(string Kind) : InboundContent;

/// <summary>The shop has news for the shopper: a payment page, an order, a failed checkout.</summary>
/// <param name="Notice">The Orders event's name, such as <c>OrderPlaced</c>.</param>
/// <param name="Body">That event as JSON.</param>
internal sealed record NoticeContent(string Notice, string Body) : InboundContent;
