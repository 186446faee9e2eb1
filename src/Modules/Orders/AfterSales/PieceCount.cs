using EcommerceBot.Orders.Cart;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Takes pieces out of lines, each at the price that was paid for it.</summary>
internal static class PieceCount
{
    /// <summary>The pieces taken, with <paramref name="lines"/> left without them; null, and the lines as they were, where there are not so many.</summary>
    public static List<StoredLine>? Take(List<StoredLine> lines, string sku, int pieces)
    {
        if (lines.Where(line => line.Sku == sku).Sum(line => line.Quantity) < pieces)
            return null;
        var taken = new List<StoredLine>();
        for (var at = 0; at < lines.Count && pieces > 0;)
        {
            if (lines[at].Sku != sku)
            {
                at++;
                continue;
            }
            var some = Math.Min(pieces, lines[at].Quantity);
            taken.Add(lines[at] with { Quantity = some });
            pieces -= some;
            if (some == lines[at].Quantity)
                lines.RemoveAt(at);
            else
                lines[at] = lines[at] with { Quantity = lines[at].Quantity - some };
        }
        return taken;
    }

    /// <summary>One line for each SKU and price, in the order in which they first stand there.</summary>
    public static List<StoredLine> Merge(IEnumerable<StoredLine> lines) =>
        [.. lines.GroupBy(line => (line.Sku, line.UnitPrice)).Select(same => same.First() with { Quantity = same.Sum(line => line.Quantity) })];
}
