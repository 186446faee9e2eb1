namespace EcommerceBot.Conversations.Outbound;

/// <summary>
/// How far a reply has come. The numbers are ranks: news from the channel moves a row up and never down, so that news may come in any
/// order. A failure after the delivery, or a late "sent", is information. Only a definite refusal brings a row back to queued.
/// </summary>
internal enum OutboundState
{
    Queued = 0,
    Sending = 1,

    /// <summary>The call ended without an answer: the channel may have it or not.</summary>
    Unknown = 2,
    Sent = 3,
    Failed = 4,
    Delivered = 5,
    Read = 6,
}

/// <summary>One reply: one message of the channel, since a turn stores it in the channel's portions.</summary>
internal sealed class OutboundRow
{
    /// <summary>Given to the channel with the message where it echoes such a thing; the correlation of a status.</summary>
    public required Guid Id { get; set; }
    public required Guid ConversationId { get; set; }

    /// <summary>From 1 in each conversation: the order of sending, and the event id of web chat.</summary>
    public required int Sequence { get; set; }
    public required Guid TurnId { get; set; }

    /// <summary>From 1 in each turn; unique with it, so that a turn cannot be stored twice.</summary>
    public required int Ordinal { get; set; }

    /// <summary><see cref="OutgoingMessage"/> as JSON.</summary>
    public required string Message { get; set; }
    public required OutboundState State { get; set; }

    /// <summary>Calls to the channel so far.</summary>
    public int Attempts { get; set; }
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Since when the outcome is unknown.</summary>
    public DateTimeOffset? UnknownSince { get; set; }

    /// <summary>Sent once more after an unknown outcome: the customer may have it twice.</summary>
    public bool PossibleDuplicate { get; set; }

    /// <summary>The channel's id of the message.</summary>
    public string? ProviderId { get; set; }

    /// <summary>Why it failed or was last refused: the channel's code or a word of ours.</summary>
    public string? Reason { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
}
