namespace EcommerceBot.Outbox.Tables;

/// <summary>Never written by us: the official package groups a scope's messages by it, and its tables refer to it.</summary>
internal sealed class OutboxState
{
    public Guid OutboxId { get; set; }
    public Guid LockId { get; set; }
    public byte[]? RowVersion { get; set; }
    public DateTime Created { get; set; }
    public DateTime? Delivered { get; set; }
    public long? LastSequenceNumber { get; set; }
}
