namespace EcommerceBot.Orders.Pricing;

/// <summary>
/// The one place where a basket becomes a price; chat, MCP, REST and the payment page all show what comes out of it. Pure: discounts first,
/// each on what the earlier ones left, then delivery, then tax on what is really paid. An overflow throws rather than wraps.
/// </summary>
internal static class Totals
{
    private const string ShippingTaxClass = "shipping";

    public static Priced Of(Basket basket)
    {
        var lines = basket.Lines;
        var left = lines.Select(line => checked(line.UnitPrice * line.Quantity)).ToArray();
        var subtotal = left.Aggregate(0L, (sum, amount) => checked(sum + amount));
        var byCode = new Dictionary<string, long>();
        foreach (var discount in basket.Discounts.Where(discount => discount.Kind != DiscountKind.FreeShipping).OrderBy(discount => discount.Kind))
            byCode[discount.Code] = TakeOff(discount, lines, left);
        var shipping = basket.Shipping;
        foreach (var free in basket.Discounts.Where(discount => discount.Kind == DiscountKind.FreeShipping))
        {
            byCode[free.Code] = shipping ?? 0;
            shipping = shipping is null ? null : 0;
        }
        var taxes = Taxes(basket, left, shipping ?? 0);
        return new Priced
        {
            Subtotal = subtotal,
            Discount = subtotal - left.Sum(),
            Shipping = shipping,
            Tax = taxes.Aggregate(0L, (sum, tax) => checked(sum + tax.OnTop)),
            IncludedTax = taxes.Aggregate(0L, (sum, tax) => checked(sum + tax.Included)),
            Shares = [.. lines.Select((line, at) => (checked(line.UnitPrice * line.Quantity) - left[at], taxes[at].OnTop))],
            ByCode = byCode,
        };
    }

    private static long TakeOff(Discount discount, IReadOnlyList<BasketLine> lines, long[] left)
    {
        var covered = Enumerable.Range(0, lines.Count).Where(at => discount.Covers(lines[at])).ToArray();
        var shares = discount.Kind switch
        {
            DiscountKind.BuyGet => FreePieces.Shares(discount, lines, covered),
            DiscountKind.Percent => [.. covered.Select(at => Rounding.Share(left[at], discount.BasisPoints, Rounding.Whole))],
            _ => Spread(discount.Amount, [.. covered.Select(at => left[at])]),
        };
        var taken = 0L;
        for (var index = 0; index < covered.Length; index++)
        {
            var share = Math.Min(shares[index], left[covered[index]]);
            left[covered[index]] -= share;
            taken += share;
        }
        return taken;
    }

    /// <summary>An amount over lines in proportion to them, exact in sum: each line gets what the running total has not given yet.</summary>
    private static long[] Spread(long amount, long[] lines)
    {
        var all = lines.Sum();
        var (given, passed) = (0L, 0L);
        return [.. lines.Select(line =>
        {
            passed += line;
            var share = all == 0 ? 0 : Rounding.Share(Math.Min(amount, all), passed, all) - given;
            given += share;
            return share;
        })];
    }

    /// <summary>Of each line, and last of delivery.</summary>
    private static List<(long OnTop, long Included)> Taxes(Basket basket, long[] left, long shipping) =>
    [
        .. left.Zip(basket.Lines, (amount, line) => (amount, line.TaxClass)).Append((shipping, ShippingTaxClass)).Select(x =>
            !basket.Taxes.TryGetValue(x.Item2, out var rate) ? (0L, 0L)
            : rate.IsIncluded ? (0L, Rounding.Share(x.Item1, rate.BasisPoints, Rounding.Whole + rate.BasisPoints))
            : (Rounding.Share(x.Item1, rate.BasisPoints, Rounding.Whole), 0L)),
    ];
}
