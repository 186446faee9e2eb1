using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Catalog.Stock;

/// <summary>How reservations are looked after.</summary>
internal sealed class StockOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Catalog:Stock";

    /// <summary>How often expired reservations are looked for; a piece may stay held that much longer than promised. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Free pieces of a SKU at which <c>LowStock</c> is published, where the variant names no number of its own. Default 3; 0 tells only when none is left.</summary>
    [Range(0, StockItem.Most)]
    public int LowStockAt { get; set; } = 3;
}
