namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: what was to be exchanged has come back; the new pieces go out, and the difference moves now. The same key acts once; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>.</summary>
public sealed record CompleteExchange
{
    public required string OrderNumber { get; init; }

    /// <summary>Idempotency key, at most 200 characters.</summary>
    public required string Key { get; init; }
}
