namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools after the customer said yes: cancel an order that is still <c>placed</c> and give back all that was paid, each sum the way it came; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record CancelOrder
{
    public required string OrderNumber { get; init; }
    public required string OwnerId { get; init; }

    /// <summary><c>no longer needed</c> or <c>ordered by mistake</c>; nothing else is accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>True: answer with the order as it would stand, change nothing and leave the key unused.</summary>
    public bool Preview { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}

/// <summary>Answered by Orders: the order or the customer was left as it was, and why.</summary>
public sealed record OrderRefused
{
    /// <summary>
    /// <c>not_pending</c>, <c>not_delivered</c>, <c>already_changed</c>, <c>invalid_reason</c>, <c>invalid_address</c>, <c>no_items</c>, <c>unknown_item</c>, <c>other_product</c>,
    /// <c>same_item</c>, <c>item_unavailable</c>, <c>other_currency</c>, <c>unknown_payment_method</c>, <c>same_payment_method</c>, <c>payment_method_not_allowed</c>,
    /// <c>insufficient_balance</c>, <c>nothing_to_refund</c>, <c>not_shipped</c>, <c>invalid_tracking</c>, <c>invalid_note</c>, <c>invalid_key</c> or <c>key_reused</c>.
    /// </summary>
    public required string Code { get; init; }

    /// <summary>A sentence that says what is wrong and what would be accepted.</summary>
    public required string Reason { get; init; }
}
