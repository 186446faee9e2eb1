using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Products.Admin;

namespace EcommerceBot.Catalog.Stock;

/// <summary>All that is wrong with an adjustment before the stock is looked at.</summary>
internal static class AdjustmentFaults
{
    private const int LongestReason = 200;
    private const int LongestKey = 180;

    public static List<FieldFault> Of(AdjustStock request)
    {
        var faults = LineFaults.Count(request.Lines.Count);
        LineFaults.Check(faults, request.Reason.Trim().Length is 0 or > LongestReason || request.Reason.Any(char.IsControl), "reason", $"should say in 1 to {LongestReason} characters why.");
        LineFaults.Check(faults, request.Key is { } key && (key.Length is 0 or > LongestKey || key.Any(char.IsControl)), "Idempotency-Key", $"should have 1 to {LongestKey} plain characters.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, line) in request.Lines.Index())
        {
            LineFaults.Check(faults, !Variant.CouldBeId(line.Sku), $"lines[{index}].sku", "is no SKU.");
            LineFaults.Check(faults, !seen.Add(line.Sku), $"lines[{index}].sku", "stands twice.");
            LineFaults.Check(faults, line.OnHand is null == line.Change is null, $"lines[{index}]", "should have either onHand or change.");
            LineFaults.Check(faults, line.OnHand is < 0 or > StockItem.Most, $"lines[{index}].onHand", $"should be from 0 to {StockItem.Most}.");
            LineFaults.Check(faults, line.Change is < -StockItem.Most or > StockItem.Most, $"lines[{index}].change", $"should be from -{StockItem.Most} to {StockItem.Most}.");
        }
        return faults;
    }
}
