namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by Conversations when a shopper wrote STOP, or START after it: from then on no cart of theirs is told as left alone, or it is again; of two that overtake each other the later <see cref="At"/> holds.</summary>
public sealed record SetReminders
{
    public required string OwnerId { get; init; }
    public required bool Wanted { get; init; }

    /// <summary>UTC; when the shopper said so.</summary>
    public required DateTimeOffset At { get; init; }
}
