namespace EcommerceBot.Outbox.Tables;

/// <summary>Finds a scheduled row by the token its sender kept, so that it can be taken back. A side table: the official one has no such column.</summary>
internal sealed class ScheduleToken
{
    public Guid TokenId { get; set; }

    /// <summary>The row's <see cref="OutboxMessage.SequenceNumber"/>.</summary>
    public long SequenceNumber { get; set; }
}
