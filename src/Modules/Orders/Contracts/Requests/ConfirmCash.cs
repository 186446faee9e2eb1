namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: an order that is paid on delivery has been paid in full; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record ConfirmCash
{
    public required string OrderNumber { get; init; }

    /// <summary>Idempotency key, at most 200 characters.</summary>
    public required string Key { get; init; }
}
