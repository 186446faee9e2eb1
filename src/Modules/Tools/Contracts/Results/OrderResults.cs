namespace EcommerceBot.Tools.Contracts.Results;

/// <summary>What the tools that change an order return: what would happen, or what has happened.</summary>
public sealed record OrderChangeResult
{
    /// <summary>False: nothing has changed yet; <see cref="Order"/> is how the order would stand.</summary>
    public required bool Done { get; init; }

    /// <summary>With <see cref="Done"/> false: pass it to the same tool with the same arguments after the customer agreed to exactly what is shown here.</summary>
    public string? Confirmation { get; init; }
    public required OrderResult Order { get; init; }
}

/// <summary>Money that moved, or is to move, for an order.</summary>
public sealed record PaymentLine
{
    /// <summary><c>payment</c> or <c>refund</c>.</summary>
    public required string Type { get; init; }
    public required Price Amount { get; init; }
    public required string PaymentMethodId { get; init; }

    /// <summary>False while a bank or provider still takes its days.</summary>
    public required bool Settled { get; init; }
}

/// <summary>What goes back, and what is refunded when it has arrived.</summary>
public sealed record ReturnResult
{
    public required IReadOnlyList<ItemCount> Items { get; init; }
    public required string PaymentMethodId { get; init; }
    public required Price Refund { get; init; }
}

/// <summary>What is exchanged, and what it costs.</summary>
public sealed record ExchangeResult
{
    public required IReadOnlyList<ExchangedItem> Items { get; init; }
    public required string PaymentMethodId { get; init; }

    /// <summary>Above zero is still to be paid, below zero goes back.</summary>
    public required Price Difference { get; init; }
}

/// <summary>A parcel.</summary>
public sealed record ShipmentResult
{
    public string? Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }
    public required IReadOnlyList<ItemCount> Items { get; init; }
    public DateTimeOffset? ShippedAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
}

/// <summary>So many pieces of a SKU.</summary>
public sealed record ItemCount
{
    public required string Sku { get; init; }
    public required int Quantity { get; init; }
}

/// <summary>So many pieces of one SKU that become another.</summary>
public sealed record ExchangedItem
{
    public required string Sku { get; init; }
    public required string NewSku { get; init; }
    public required int Quantity { get; init; }
}

/// <summary>A postal address, field by field.</summary>
public sealed record AddressDetails
{
    public required string Line1 { get; init; }
    public string? Line2 { get; init; }
    public required string City { get; init; }
    public string? Region { get; init; }
    public required string PostalCode { get; init; }
    public required string Country { get; init; }
}
