using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Pricing;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Takes pieces out of lines, each at the price that was paid for it: with its share of discount and tax, so that parts always add up to the whole.</summary>
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
            var (part, rest) = Split(lines[at], some);
            taken.Add(part);
            pieces -= some;
            if (rest.Quantity == 0)
                lines.RemoveAt(at);
            else
                lines[at] = rest;
        }
        return taken;
    }

    /// <summary>One line for each SKU and price, in the order in which they first stand there.</summary>
    public static List<StoredLine> Merge(IEnumerable<StoredLine> lines) =>
    [
        .. lines.GroupBy(line => (line.Sku, line.UnitPrice)).Select(same => same.First() with
        {
            Quantity = same.Sum(line => line.Quantity),
            Discount = same.Sum(line => line.Discount),
            Tax = same.Sum(line => line.Tax),
        }),
    ];

    private static (StoredLine Part, StoredLine Others) Split(StoredLine line, int pieces)
    {
        var (discount, tax) = (Rounding.Share(line.Discount, pieces, line.Quantity), Rounding.Share(line.Tax, pieces, line.Quantity));
        return (line with { Quantity = pieces, Discount = discount, Tax = tax },
            line with { Quantity = line.Quantity - pieces, Discount = line.Discount - discount, Tax = line.Tax - tax });
    }
}
