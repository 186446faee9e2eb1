namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: give money of an order back, or what a return is worth once it has arrived; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record RefundOrder
{
    public required string OrderNumber { get; init; }

    /// <summary>Minor units, above zero and no more than what was paid and not given back; null for what the requested return is worth.</summary>
    public long? Amount { get; init; }

    /// <summary>Null for the return's method, or for the one method that paid.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>For the timeline, at most 200 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Idempotency key, at most 200 characters.</summary>
    public required string Key { get; init; }
}
