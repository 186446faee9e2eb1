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
}
