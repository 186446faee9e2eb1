namespace EcommerceBot.Conversations.Inbound;

internal enum InboundState
{
    /// <summary>Waits for a turn, or is in one.</summary>
    Pending,
    Done,

    /// <summary>Nothing for the bot; <see cref="InboundRow.Reason"/> says why.</summary>
    Ignored,
}

/// <summary>One update from a channel, stored before it is acknowledged.</summary>
internal sealed class InboundRow
{
    /// <summary>The order in which a conversation's messages are answered.</summary>
    public long Sequence { get; set; }
    public required string Channel { get; set; }
    public required string Account { get; set; }

    /// <summary>What sort of update, in the channel's words. Part of the key: some channels number their sorts apart.</summary>
    public required string Kind { get; set; }

    /// <summary>The channel's own id of the update, or a hash of it where it has none.</summary>
    public required string NaturalId { get; set; }

    /// <summary>Null when the update belongs to no conversation, as those that are ignored.</summary>
    public Guid? ConversationId { get; set; }

    /// <summary>
    /// The update as it came, card numbers masked; bytes, because one \u0000 would make a JSON column refuse a whole batch.
    /// </summary>
    public required byte[] Body { get; set; }

    /// <summary>What the agent is given, as JSON.</summary>
    public string? Content { get; set; }
    public required DateTimeOffset ReceivedAt { get; set; }
    public required InboundState State { get; set; }
    public string? Reason { get; set; }

    /// <summary>The turn that took it.</summary>
    public Guid? TurnId { get; set; }
}
