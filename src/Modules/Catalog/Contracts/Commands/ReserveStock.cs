namespace EcommerceBot.Catalog.Contracts.Commands;

/// <summary>Sent by the checkout saga: hold every line or none until the given time; answered by StockReserved or StockRejected. Repeating it for the same checkout reserves nothing more.</summary>
public sealed record ReserveStock
{
    public required Guid CheckoutId { get; init; }
    public required IReadOnlyList<StockLine> Lines { get; init; }

    /// <summary>UTC instant at which Catalog frees the reservation by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>So many pieces of one SKU.</summary>
public sealed record StockLine
{
    public required string Sku { get; init; }
    public required int Quantity { get; init; }
}
