namespace EcommerceBot.Outbox.Tables;

/// <summary>What happened to an outbox row that could not be sent. A side table, so that the official one keeps its columns.</summary>
internal sealed class RelayAttempt
{
    /// <summary>The outbox row's <see cref="OutboxMessage.SequenceNumber"/>.</summary>
    public long SequenceNumber { get; set; }
    public int Attempts { get; set; }

    /// <summary>The last failure, at most 2,000 characters.</summary>
    public required string Reason { get; set; }
    public DateTime NextAttempt { get; set; }

    /// <summary>Set once the relay has given up: the row waits for an operator and holds up nobody.</summary>
    public DateTime? ParkedAt { get; set; }
}
