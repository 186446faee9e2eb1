namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: a parcel has left; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record ShipOrder
{
    public required string OrderNumber { get; init; }

    /// <summary>What is in it; empty for all that has not left yet.</summary>
    public IReadOnlyList<ReturnedItem> Items { get; init; } = [];

    /// <summary>Such as DHL, at most 40 characters.</summary>
    public string? Carrier { get; init; }

    /// <summary>At most 60 characters.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Idempotency key, at most 200 characters.</summary>
    public required string Key { get; init; }
}
