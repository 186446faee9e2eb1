namespace EcommerceBot.Catalog.Stock;

/// <summary>How many pieces of a SKU there are, and how many of them are promised to a checkout.</summary>
internal sealed class StockItem
{
    public const int Most = 1_000_000;

    public required string Sku { get; init; }
    public required int OnHand { get; set; }

    /// <summary>Held by reservations; never more than <see cref="OnHand"/>.</summary>
    public int Reserved { get; set; }

    /// <summary>Free pieces at which the shop is told that they run out; null for the shop's usual number.</summary>
    public int? LowAt { get; set; }
}
