namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the abandonment saga to itself, for the instant at which a cart may have been left alone for long enough.</summary>
public sealed record CartIdleDue
{
    public required Guid WatchId { get; init; }
}
