namespace EcommerceBot.Outbox.Tables;

/// <summary>
/// On PostgreSQL, rows that are not to leave now carry one of two fixed OutboxIds. The official unique index (OutboxId, SequenceNumber) then
/// hands the relay the rows that are (OutboxId null) in order, without ever walking over 100,000 schedules or a parked row.
/// </summary>
internal static class OutboxLane
{
    /// <summary>Waits for its EnqueueTime.</summary>
    public static readonly Guid Scheduled = new("5c4ed01e-0000-4000-8000-000000000001");

    /// <summary>Could not be sent: waits for its next attempt, or for an operator.</summary>
    public static readonly Guid Held = new("5c4ed01e-0000-4000-8000-000000000002");
}
