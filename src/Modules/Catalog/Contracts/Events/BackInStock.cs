namespace EcommerceBot.Catalog.Contracts.Events;

/// <summary>Published by Catalog when a SKU of which nothing was free can be bought again.</summary>
public sealed record BackInStock
{
    public required string Sku { get; init; }
    public required string ProductId { get; init; }

    /// <summary>On hand less reserved.</summary>
    public required int Available { get; init; }
}
