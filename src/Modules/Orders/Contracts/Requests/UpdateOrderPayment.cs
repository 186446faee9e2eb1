namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools after the customer said yes: pay an order that is still <c>placed</c> with another method and give the first payment back; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record UpdateOrderPayment
{
    public required string OrderNumber { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>One of the customer's, another than the one that paid.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>True: answer with the order as it would stand, change nothing and leave the key unused.</summary>
    public bool Preview { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
