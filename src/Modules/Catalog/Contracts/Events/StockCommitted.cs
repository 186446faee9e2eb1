namespace EcommerceBot.Catalog.Contracts.Events;

/// <summary>Published by Catalog: the reserved pieces of this checkout are sold and gone from stock.</summary>
public sealed record StockCommitted
{
    public required Guid CheckoutId { get; init; }
}
