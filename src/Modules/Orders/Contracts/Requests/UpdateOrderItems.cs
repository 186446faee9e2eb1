namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools after the customer said yes: other options of the same products in an order that is still <c>placed</c>, once per order, and the difference is charged or given back at once; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record UpdateOrderItems
{
    public required string OrderNumber { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>All changes of this order, 1 to 50.</summary>
    public required IReadOnlyList<ItemChange> Changes { get; init; }

    /// <summary>One of the customer's: pays or receives the difference.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>True: answer with the order as it would stand, change nothing and leave the key unused.</summary>
    public bool Preview { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}

/// <summary>So many pieces of one SKU become another of the same product. The same SKU may stand in several changes; they add up.</summary>
public sealed record ItemChange
{
    public required string Sku { get; init; }
    public required string NewSku { get; init; }

    /// <summary>1 to 99.</summary>
    public int Quantity { get; init; } = 1;
}
