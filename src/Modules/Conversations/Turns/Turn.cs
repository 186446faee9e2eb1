namespace EcommerceBot.Conversations.Turns;

internal enum TurnState
{
    /// <summary>Its rows are frozen; it may be run again under the same id.</summary>
    Running,
    Done,

    /// <summary>Given up after its last attempt; its rows wait for a person.</summary>
    Failed,
}

/// <summary>A conversation's pending rows, frozen in their order and answered together.</summary>
internal sealed class Turn
{
    /// <summary>Also the first half of its tool calls' idempotency keys, so it outlives every attempt.</summary>
    public required Guid Id { get; set; }
    public required Guid ConversationId { get; set; }
    public required long FirstSequence { get; set; }
    public required long LastSequence { get; set; }
    public TurnState State { get; set; }

    /// <summary>Attempts begun, counted before each: one that kills the process counts too.</summary>
    public int Attempts { get; set; }
    public required DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When it was first asked in vain; null while nobody knows of such a try.</summary>
    public DateTimeOffset? UnansweredSince { get; set; }
}

/// <summary>One line of a turn's journal, written before the tool is called and completed after it.</summary>
internal sealed class ToolCall
{
    public required Guid TurnId { get; set; }

    /// <summary>From 1; the second half of the idempotency key.</summary>
    public required int Number { get; set; }
    public required string Tool { get; set; }
    public required string Arguments { get; set; }

    /// <summary>Null while the outcome is unknown.</summary>
    public string? Result { get; set; }
    public bool IsError { get; set; }
    public required DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When it was first asked in vain; null while nobody knows of such a try.</summary>
    public DateTimeOffset? UnansweredSince { get; set; }
}
