using CsCheck;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Pricing;

namespace EcommerceBot.Orders.Tests.Pricing;

/// <summary>Random baskets, priced by the one function and again by an independent hand in decimal major units, in currencies of 0, 2 and 3 decimals.</summary>
public class TotalsPropertyTests
{
    private const int Baskets = 100_000;

    private static readonly string[] Categories = ["Books", "Toys", "Food"];

    private static readonly string[] Currencies = ["JPY", "EUR", "KWD"];

    private static readonly Gen<BasketLine> Line =
        from product in Gen.Int[1, 6]
        from quantity in Gen.Int[1, 99]
        from price in Gen.OneOf(Gen.Long[0, 200], Gen.Long[0, 50_000], Gen.Long[0, 1_000_000_000])
        from reduced in Gen.Bool
        select new BasketLine($"p{product}", product % 4 == 0 ? null : Categories[product % 3], reduced ? "reduced" : "standard", quantity, price);

    private static readonly Gen<Discount> Discounts =
        from kind in Gen.Enum<DiscountKind>()
        from points in Gen.Int[1, 10_000]
        from amount in Gen.OneOf(Gen.Long[1, 500], Gen.Long[1, 5_000_000])
        from buy in Gen.Int[1, 4]
        from get in Gen.Int[1, 3]
        from products in Gen.Int[1, 6].Array[0, 2]
        from categories in Gen.Int[0, 2].Select(at => Categories[at]).Array[0, 1]
        select new Discount("", kind, [.. products.Select(product => $"p{product}")], categories) { BasisPoints = points, Amount = amount, Buy = buy, Get = get };

    private static readonly Gen<Dictionary<string, TaxRate>> Taxes =
        from standard in Gen.Int[0, 2700]
        from reduced in Gen.Int[0, 1000]
        from included in Gen.Bool
        from how in Gen.Int[0, 2]
        select how == 0 ? [] : new Dictionary<string, TaxRate>
        {
            ["standard"] = new(standard, included), ["reduced"] = new(reduced, included), [how == 1 ? "shipping" : "other"] = new(standard, included),
        };

    internal static readonly Gen<Basket> AnyBasket =
        from lines in Line.Array[1, 8]
        from discounts in Discounts.Array[0, 3]
        from shipping in Gen.Long[0, 5000]
        from ships in Gen.Bool
        from taxes in Taxes
        from currency in Gen.Int[0, 2].Select(at => Currencies[at])
        select new Basket
        {
            Lines = lines,
            Currency = currency,
            // Of two that make pieces free only one is ever accepted.
            Discounts = [.. discounts.Where((x, at) => x.Kind != DiscountKind.BuyGet || discounts.Take(at).All(y => y.Kind != DiscountKind.BuyGet)).Select((x, at) => x with { Code = $"C{at}" })],
            Shipping = ships ? shipping : null,
            Taxes = taxes,
        };

    [Fact]
    public void RandomBaskets_CostWhatAnIndependentHandComputes() => AnyBasket.Sample(
        basket =>
        {
            var priced = Totals.Of(basket);
            var expected = ByHand.Of(basket, Money.Decimals(basket.Currency));

            Assert.Equal(expected, (priced.Subtotal, priced.Discount, priced.Shipping ?? 0, priced.Tax, priced.IncludedTax));
            Assert.Equal(priced.Total, priced.Rows().Where(row => row.Type != "total").Sum(row => row.Amount));
            Assert.Equal(priced.Total, priced.Rows().Single(row => row.Type == "total").Amount);
            Assert.InRange(priced.Discount, 0, priced.Subtotal);
        },
        iter: Baskets, threads: 1);

    [Fact]
    public void AmountBeyondWhatFits_ThrowsRatherThanWraps() => Assert.Throws<OverflowException>(() => Totals.Of(new Basket
    {
        Lines = [new BasketLine("p", null, "standard", 99, long.MaxValue / 50)], Currency = "EUR",
    }));
}
