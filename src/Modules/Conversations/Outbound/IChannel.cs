using EcommerceBot.Conversations.Identities;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>
/// How replies reach one channel's customers. All that a channel forbids, demands or limits is known behind this seam and nowhere else.
/// </summary>
internal interface IChannel
{
    /// <summary>As in <see cref="Conversation.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Where a stored reply begins: queued, or already sent on a channel whose customers fetch their replies themselves.</summary>
    OutboundState Stored { get; }

    /// <summary>A reply in the channel's portions, each of which is one message there. Pure.</summary>
    IEnumerable<OutgoingMessage> Portions(OutgoingMessage message);

    /// <summary>Sends one message. It does not repeat by itself and does not throw for what the channel or the network does.</summary>
    Task<SendOutcome> SendAsync(OutboundDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Shows the customer what goes on, if the channel can. Best effort: it may fail unseen.</summary>
    Task ShowAsync(Conversation conversation, Cue cue, CancellationToken cancellationToken);
}

/// <summary>One message on its way to a channel.</summary>
/// <param name="RowId">The correlation to echo.</param>
/// <param name="Attempt">From 1.</param>
internal sealed record OutboundDelivery(Guid RowId, Conversation Conversation, OutgoingMessage Message, int Attempt);

/// <summary>How a send ended.</summary>
internal abstract record SendOutcome
{
    /// <summary>The channel has it.</summary>
    internal sealed record Sent(string? ProviderId) : SendOutcome;

    /// <summary>
    /// The channel does not have it, for certain; it may be tried again at <paramref name="RetryAt"/>, or never when that is null.
    /// </summary>
    internal sealed record Refused(string Reason, DateTimeOffset? RetryAt) : SendOutcome;

    /// <summary>Nobody knows.</summary>
    internal sealed record Unknown(string Reason) : SendOutcome;
}

/// <summary>Something a channel may show beside the messages.</summary>
internal abstract record Cue
{
    /// <param name="MessageId">The channel's id of the last message that is being answered, if it has one.</param>
    internal sealed record TypingStarted(string? MessageId) : Cue;

    internal sealed record TypingEnded : Cue;

    /// <param name="Count">Pieces in the cart.</param>
    internal sealed record CartChanged(int Count) : Cue;

    /// <summary>Outbound rows were committed.</summary>
    internal sealed record RepliesStored : Cue;
}
