namespace EcommerceBot.Catalog.Contracts.Events;

/// <summary>Published by Catalog once when what is free of a SKU falls to its threshold or below; again only after it was above it.</summary>
public sealed record LowStock
{
    public required string Sku { get; init; }
    public required string ProductId { get; init; }

    /// <summary>On hand less reserved.</summary>
    public required int Available { get; init; }
    public required int Threshold { get; init; }
}
