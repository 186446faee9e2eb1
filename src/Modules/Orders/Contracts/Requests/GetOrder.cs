namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: one order of this owner by its number; answered with <see cref="OrderDetails"/> or <see cref="OrderNotFound"/>.</summary>
public sealed record GetOrder
{
    /// <summary>As printed on the confirmation; letter case and spaces do not matter.</summary>
    public required string OrderNumber { get; init; }
    public required string OwnerId { get; init; }
}

/// <summary>Answered by Orders: the order as it stands.</summary>
public sealed record OrderDetails
{
    public required string OrderNumber { get; init; }
    public required Guid CheckoutId { get; init; }

    /// <summary><c>placed</c>, later <c>processing</c>, <c>partially_shipped</c>, <c>shipped</c>, <c>delivered</c>, <c>completed</c>; or <c>cancelled</c>, <c>return_requested</c>, <c>returned</c>, <c>exchange_requested</c>, <c>exchanged</c>.</summary>
    public required string Status { get; init; }
    public required IReadOnlyList<CartLine> Lines { get; init; }
    public required IReadOnlyList<TotalLine> Totals { get; init; }

    /// <summary>What was charged, minor units of <see cref="Currency"/>.</summary>
    public required long Total { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public Buyer? Buyer { get; init; }

    /// <summary>Where it goes, field by field; null where only <see cref="Contracts.Requests.Buyer.Address"/> is known.</summary>
    public PostalAddress? ShipTo { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<OrderPayment> Payments { get; init; } = [];

    /// <summary>What is still to be paid on delivery, minor units; 0 for an order that was paid before it was placed.</summary>
    public long PaymentDue { get; init; }

    /// <summary>With <c>cancelled</c>: why.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The items were changed once after the order; nothing can be changed or cancelled any more.</summary>
    public bool ItemsChanged { get; init; }
    public OrderReturn? Return { get; init; }
    public OrderExchange? Exchange { get; init; }
    public IReadOnlyList<OrderShipment> Shipments { get; init; } = [];
}

/// <summary>Answered by Orders: this owner has no such order (it may belong to somebody else; the answer is the same).</summary>
public sealed record OrderNotFound
{
    public required string OrderNumber { get; init; }
}
