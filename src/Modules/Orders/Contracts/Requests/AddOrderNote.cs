namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: write something on an order's timeline; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record AddOrderNote
{
    public required string OrderNumber { get; init; }

    /// <summary>1 to 1,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Idempotency key, at most 200 characters.</summary>
    public required string Key { get; init; }
}
