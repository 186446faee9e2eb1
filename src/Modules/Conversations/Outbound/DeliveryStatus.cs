namespace EcommerceBot.Conversations.Outbound;

internal enum StatusState
{
    Pending,
    Applied,

    /// <summary>Its message is not known (yet): a status may overtake the answer to the send.</summary>
    Unmatched,
}

/// <summary>News of a message that we sent, in a lane of its own so that a campaign's thousands delay no shopper.</summary>
internal sealed class DeliveryStatus
{
    public long Sequence { get; set; }
    public required string Channel { get; set; }
    public required string Account { get; set; }

    /// <summary>The channel's id of the message.</summary>
    public required string ProviderId { get; set; }

    /// <summary>In the channel's words: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c>, or one we do not know.</summary>
    public required string Status { get; set; }

    /// <summary>The outbound row's id, where the channel echoes it.</summary>
    public Guid? Correlation { get; set; }

    /// <summary>With <c>failed</c>: the channel's code.</summary>
    public string? ErrorCode { get; set; }
    public required byte[] Body { get; set; }
    public required DateTimeOffset ReceivedAt { get; set; }
    public StatusState State { get; set; }
}
