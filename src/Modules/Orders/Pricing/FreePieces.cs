namespace EcommerceBot.Orders.Pricing;

/// <summary>Of every so many pieces some are free: the cheapest of all, and of equal ones those that stand first.</summary>
internal static class FreePieces
{
    public static long[] Shares(Discount discount, IReadOnlyList<BasketLine> lines, int[] covered)
    {
        var pieces = covered.Sum(at => (long)lines[at].Quantity);
        var free = pieces / (discount.Buy + discount.Get) * discount.Get;
        var shares = new long[covered.Length];
        foreach (var index in Enumerable.Range(0, covered.Length).OrderBy(index => lines[covered[index]].UnitPrice))
        {
            var line = lines[covered[index]];
            var some = Math.Min(free, line.Quantity);
            shares[index] = checked(some * line.UnitPrice);
            free -= some;
        }
        return shares;
    }
}
