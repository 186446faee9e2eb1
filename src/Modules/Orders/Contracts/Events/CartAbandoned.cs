namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the abandonment saga once for each version of a cart that was left alone with something in it, never once it was bought, closed or erased. Whoever reminds looks after STOP and the channel's rules.</summary>
public sealed record CartAbandoned
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>With <see cref="CartId"/> what makes it this event and no other.</summary>
    public required int Version { get; init; }

    /// <summary>Titles of what is in it, at most five.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>Sum of the lines, minor units of <see cref="Currency"/>.</summary>
    public required long Total { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset LastChangedAt { get; init; }

    /// <summary>One of those that are not reminded, so that the effect of reminding can be measured.</summary>
    public required bool IsHeldOut { get; init; }
}
