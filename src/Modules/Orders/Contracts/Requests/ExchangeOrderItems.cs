namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools after the customer said yes: other options of the same products for pieces of a <c>delivered</c> order, once per order, and the difference is settled when the pieces have come back; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record ExchangeOrderItems
{
    public required string OrderNumber { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>All exchanges of this order, 1 to 50.</summary>
    public required IReadOnlyList<ItemChange> Changes { get; init; }

    /// <summary>One of the customer's: pays or receives the difference.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>True: answer with the order as it would stand, change nothing and leave the key unused.</summary>
    public bool Preview { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
