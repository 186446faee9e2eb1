using EcommerceBot.Catalog.Contracts.Requests;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>All that is wrong with the lines of a bulk change.</summary>
internal static class LineFaults
{
    public const int MostLines = 1000;

    public static List<FieldFault> Of(IReadOnlyList<PriceChange> lines, IReadOnlyDictionary<string, Variant> variants)
    {
        var faults = Count(lines.Count);
        var seen = new HashSet<(string, string?)>();
        foreach (var (index, line) in lines.Index())
        {
            var known = variants.GetValueOrDefault(line.Sku);
            Check(faults, known is null, $"lines[{index}].sku", "is not in the shop.");
            Check(faults, !seen.Add((line.Sku, line.Currency ?? known?.Currency)), $"lines[{index}].sku", "stands twice for this currency.");
            Check(faults, line.Price is < 1 or > Variant.HighestPrice, $"lines[{index}].price", $"should be from 1 to {Variant.HighestPrice} minor units.");
            Check(faults, line.CompareAtPrice <= line.Price || line.CompareAtPrice > Variant.HighestPrice, $"lines[{index}].compareAtPrice", "should be above the price, or left out.");
            Check(faults, line.Currency is { } code && Currencies.Exponent(code) is null, $"lines[{index}].currency", "should be an ISO 4217 code such as EUR.");
        }
        return faults;
    }

    /// <summary>What JSON lets through where a line and its SKU should be.</summary>
    public static List<FieldFault> Unreadable<T>(IReadOnlyList<T>? lines, Func<T?, string?> sku)
    {
        var faults = new List<FieldFault>();
        Check(faults, lines is null, "lines", "is missing.");
        foreach (var (index, line) in (lines ?? []).Index())
            Check(faults, sku(line) is null, $"lines[{index}].sku", "is missing.");
        return faults;
    }

    public static List<FieldFault> Count(int lines)
    {
        var faults = new List<FieldFault>();
        Check(faults, lines is < 1 or > MostLines, "lines", $"should be 1 to {MostLines}.");
        return faults;
    }

    public static void Check(List<FieldFault> faults, bool isFault, string field, string reason)
    {
        if (isFault)
            faults.Add(new FieldFault { Field = field, Reason = reason });
    }
}
