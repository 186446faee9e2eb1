namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders to its abandonment saga when a cart holds something for the first time, when one that was abandoned is used again, and when a failed checkout has given one back. Other changes are not told: the saga looks at the cart when its time has come.</summary>
public sealed record CartStirred
{
    /// <summary>The saga's id, made of the cart's.</summary>
    public required Guid WatchId { get; init; }
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
    public required DateTimeOffset At { get; init; }
}
