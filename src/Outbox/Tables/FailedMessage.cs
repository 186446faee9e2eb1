namespace EcommerceBot.Outbox.Tables;

/// <summary>A message that exhausted its retries on the in-memory transport, which has no lasting error queue: the embedded dead letter.</summary>
internal sealed class FailedMessage
{
    public long Id { get; set; }
    public Guid MessageId { get; set; }

    /// <summary>The queue it failed on.</summary>
    public required string Queue { get; set; }
    public required string MessageType { get; set; }
    public required string ContentType { get; set; }
    public required byte[] Body { get; set; }
    public required string ExceptionType { get; set; }

    /// <summary>At most 2,000 characters.</summary>
    public required string ExceptionMessage { get; set; }

    /// <summary>At most 8,000 characters; null for rows of an older version.</summary>
    public string? StackTrace { get; set; }

    /// <summary>Retries within the last delivery; null for rows of an older version.</summary>
    public int? Retries { get; set; }
    public DateTime FailedAt { get; set; }
}
