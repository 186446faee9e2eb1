namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Money that moved, or is to move, for an order; the list only ever grows.</summary>
public sealed record OrderPayment
{
    /// <summary><c>payment</c> or <c>refund</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Minor units of the order's currency, above zero.</summary>
    public required long Amount { get; init; }

    /// <summary>A payment method of the customer's, or the provider's payment that paid at checkout.</summary>
    public required string PaymentMethodId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When the money had moved; null while a bank or provider takes its 5 to 7 business days.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>What a customer wants to send back, and what follows when it has arrived.</summary>
public sealed record OrderReturn
{
    public required IReadOnlyList<ReturnedItem> Items { get; init; }

    /// <summary>Where the refund goes.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>What goes back on arrival, minor units.</summary>
    public required long Refund { get; init; }
}

/// <summary>What a customer wants to have exchanged, and what it costs.</summary>
public sealed record OrderExchange
{
    public required IReadOnlyList<ItemChange> Changes { get; init; }
    public required string PaymentMethodId { get; init; }

    /// <summary>New less old, minor units: above zero is still to be paid, below zero goes back.</summary>
    public required long Difference { get; init; }

    /// <summary>What goes out instead, at the prices that were promised.</summary>
    public IReadOnlyList<CartLine> NewLines { get; init; } = [];
}

/// <summary>A parcel of an order.</summary>
public sealed record OrderShipment
{
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }

    /// <summary>The carrier's page for this parcel, where the carrier is known.</summary>
    public string? TrackingUrl { get; init; }
    public required IReadOnlyList<ReturnedItem> Items { get; init; }

    /// <summary>Null where an imported order does not say.</summary>
    public DateTimeOffset? ShippedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
}
