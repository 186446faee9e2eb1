namespace EcommerceBot.Conversations.Leasing;

/// <summary>What can be done in a conversation by one worker at a time.</summary>
internal enum Lane
{
    /// <summary>Answering its inbound rows.</summary>
    Turn,

    /// <summary>Sending its outbound rows.</summary>
    Send,
}

/// <summary>A lane of a conversation: who works in it, until when, and whether somebody knocked meanwhile.</summary>
internal sealed class Lease
{
    public required Guid ConversationId { get; set; }
    public required Lane Lane { get; set; }

    /// <summary>A new id for each worker run, so that two runs of one process are two owners.</summary>
    public Guid? Owner { get; set; }

    /// <summary>Goes up with each owner; what an owner writes is conditional on it.</summary>
    public long Epoch { get; set; }
    public DateTimeOffset? Until { get; set; }

    /// <summary>Goes up with each wake-up that found the lease taken.</summary>
    public long Wake { get; set; }

    /// <summary>No worker may begin before: the pause after a failure.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When a sweep last woke this lane; keeps it from filling the queue with the same wake-up.</summary>
    public DateTimeOffset? SweptAt { get; set; }
}

/// <summary>A lease as its owner holds it.</summary>
internal sealed record HeldLease(Guid ConversationId, Lane Lane, Guid Owner, long Epoch);

/// <summary>Another worker owns the conversation now: what this one wanted to write must not be written.</summary>
internal sealed class LeaseLostException(HeldLease lease)
    : Exception($"The {lease.Lane} lease of conversation {lease.ConversationId} was taken over; nothing was written.");
