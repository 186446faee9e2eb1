using EcommerceBot.Catalog.Contracts.Commands;

namespace EcommerceBot.Catalog.Stock;

/// <summary>A checkout's lines with each SKU once, in SKU order: two checkouts of the same SKUs then lock them in the same order.</summary>
internal static class MergedLines
{
    public static IReadOnlyList<StockLine> Of(IEnumerable<StockLine> lines) =>
    [
        .. lines.GroupBy(line => line.Sku, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new StockLine { Sku = group.Key, Quantity = Total(group) }),
    ];

    /// <summary>A line below one piece spoils its whole SKU: adding it up could hide it, and holding less than nothing would make stock.</summary>
    private static int Total(IEnumerable<StockLine> lines)
    {
        var quantities = lines.Select(line => line.Quantity).ToList();
        return quantities.Min() < 1 ? quantities.Min() : (int)Math.Min(quantities.Sum(quantity => (long)quantity), int.MaxValue);
    }
}
