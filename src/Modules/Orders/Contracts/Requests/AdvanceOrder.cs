namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: an order that is <c>placed</c> is being packed, or one that is <c>delivered</c> is over; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record AdvanceOrder
{
    public required string OrderNumber { get; init; }

    /// <summary><c>processing</c> or <c>completed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Idempotency key, at most 200 characters.</summary>
    public required string Key { get; init; }
}
