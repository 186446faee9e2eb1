using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Pricing;

namespace EcommerceBot.Orders.Promotions;

/// <summary>All that is wrong with a coupon, before it is stored.</summary>
internal static class CouponFaults
{
    private const int MostNames = 100;

    public static IReadOnlyDictionary<string, DiscountKind> Kinds { get; } = new Dictionary<string, DiscountKind>
    {
        ["percent"] = DiscountKind.Percent,
        ["amount"] = DiscountKind.Amount,
        ["free_shipping"] = DiscountKind.FreeShipping,
        ["buy_get"] = DiscountKind.BuyGet,
    };

    public static List<string> Of(SaveCoupon coupon)
    {
        var code = Coupon.Normalize(coupon.Code);
        List<(bool IsFault, string Sentence)> checks =
        [
            (code.Length is 0 or > 40 || code.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'), "code should have 1 to 40 letters, digits and dashes."),
            (!Kinds.ContainsKey(coupon.Kind), $"kind should be {string.Join(", ", Kinds.Keys)}."),
            (coupon.Kind == "percent" && coupon.BasisPoints is < 1 or > 10_000, "basisPoints should be from 1 to 10000: 1000 is 10 %."),
            (coupon.Kind == "amount" && coupon.Amount <= 0, "amount should be above zero, in minor units."),
            (coupon.Kind == "buy_get" && (coupon.Buy is < 1 or > 99 || coupon.Get is < 1 or > 99), "buy and get should each be from 1 to 99."),
            (coupon.MinimumSubtotal < 0, "minimumSubtotal should be 0 or more, in minor units."),
            ((coupon.Kind == "amount" || coupon.MinimumSubtotal > 0) && coupon.Currency is null, "currency is needed with an amount or a minimum."),
            (coupon.Currency is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)), "currency should be an ISO 4217 code such as EUR."),
            (coupon.StartsAt >= coupon.EndsAt, "endsAt should be later than startsAt."),
            (coupon.TotalLimit < 1 || coupon.CustomerLimit < 1, "totalLimit and customerLimit should be 1 or more, or left out."),
            (coupon.ProductIds.Count > MostNames || coupon.Categories.Count > MostNames || coupon.ProductIds.Concat(coupon.Categories).Any(name => name.Length is 0 or > 100),
                $"productIds and categories should have at most {MostNames} names of 1 to 100 characters."),
        ];
        return [.. checks.Where(check => check.IsFault).Select(check => check.Sentence)];
    }
}
