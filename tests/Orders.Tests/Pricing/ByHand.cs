using EcommerceBot.Orders.Pricing;

namespace EcommerceBot.Orders.Tests.Pricing;

/// <summary>The same sums as a bookkeeper makes them: decimal major units, piece by piece, rounded to the currency's decimals; shares nothing with the module but the basket.</summary>
internal static class ByHand
{
    public static (long Subtotal, long Discount, long Shipping, long Tax, long Included) Of(Basket basket, int decimals)
    {
        var unit = 1m;
        for (var digit = 0; digit < decimals; digit++)
            unit /= 10;
        var due = basket.Lines.Select(line => line.UnitPrice * unit * line.Quantity).ToList();
        var subtotal = due.Sum();
        foreach (var kind in new[] { DiscountKind.BuyGet, DiscountKind.Percent, DiscountKind.Amount })
        {
            foreach (var discount in basket.Discounts.Where(x => x.Kind == kind))
                Reduce(basket, discount, due, unit, decimals);
        }
        var shipping = basket.Discounts.Any(x => x.Kind == DiscountKind.FreeShipping) ? 0 : (basket.Shipping ?? 0) * unit;
        var (tax, included) = (0m, 0m);
        foreach (var (amount, taxClass) in due.Zip(basket.Lines.Select(line => line.TaxClass)).Append((shipping, "shipping")))
        {
            var rate = basket.Taxes.GetValueOrDefault(taxClass);
            var share = (rate?.BasisPoints ?? 0) / 10_000m;
            if (rate is { IsIncluded: true })
                included += Round(amount - amount / (1 + share), decimals);
            else
                tax += Round(amount * share, decimals);
        }
        return (Minor(subtotal, unit), Minor(subtotal - due.Sum(), unit), Minor(shipping, unit), Minor(tax, unit), Minor(included, unit));
    }

    private static void Reduce(Basket basket, Discount discount, List<decimal> due, decimal unit, int decimals)
    {
        bool Covered(int at) => (discount.ProductIds.Count + discount.Categories.Count == 0)
            || discount.ProductIds.Contains(basket.Lines[at].ProductId) || discount.Categories.Any(category => category == basket.Lines[at].Category);
        var covered = Enumerable.Range(0, due.Count).Where(Covered).ToList();
        switch (discount.Kind)
        {
            case DiscountKind.Percent:
                covered.ForEach(at => due[at] -= Round(due[at] * discount.BasisPoints / 10_000m, decimals));
                break;
            case DiscountKind.BuyGet:
                var pieces = covered.SelectMany(at => Enumerable.Repeat(at, basket.Lines[at].Quantity)).OrderBy(at => basket.Lines[at].UnitPrice).ToList();
                foreach (var at in pieces.Take(pieces.Count / (discount.Buy + discount.Get) * discount.Get))
                    due[at] -= basket.Lines[at].UnitPrice * unit;
                break;
            default:
                var (all, passed, given) = (covered.Sum(at => due[at]), 0m, 0m);
                var amount = Math.Min(discount.Amount * unit, all);
                foreach (var at in covered.Where(_ => all > 0))
                {
                    passed += due[at];
                    var share = Round(amount * passed / all, decimals) - given;
                    given += share;
                    due[at] -= share;
                }
                break;
        }
    }

    private static decimal Round(decimal amount, int decimals) => Math.Round(amount, decimals, MidpointRounding.AwayFromZero);

    private static long Minor(decimal amount, decimal unit) => (long)(amount / unit);
}
