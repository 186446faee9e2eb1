using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Pricing;

namespace EcommerceBot.Orders.Promotions;

/// <summary>Whether a coupon can be had for these lines by this buyer now, and if not, why. Pure.</summary>
internal static class CouponRules
{
    public static CouponOutcome? Refuse(Coupon coupon, IReadOnlyList<BasketLine> lines, string currency, int usesOfBuyer, IReadOnlyList<Coupon> accepted, DateTimeOffset now)
    {
        var subtotal = lines.Sum(line => line.UnitPrice * line.Quantity);
        var discount = coupon.ToDiscount();
        return RefuseForAnybody(coupon, usesOfBuyer, now) ?? (
            coupon.Currency is { } priced && priced != currency ? Refused(coupon.Code, "other_currency", $"It is for purchases in {priced}.")
            : subtotal < coupon.MinimumSubtotal ? Refused(coupon.Code, "minimum_not_met", $"It needs items for {Money.Show(coupon.MinimumSubtotal, currency)} at least.")
            : !lines.Any(discount.Covers) ? Refused(coupon.Code, "not_applicable", "None of these items is covered by it.")
            : coupon.Kind == DiscountKind.BuyGet && lines.Where(discount.Covers).Sum(line => line.Quantity) < coupon.Buy + coupon.Get
                ? Refused(coupon.Code, "not_applicable", $"It needs {coupon.Buy + coupon.Get} pieces of what it covers.")
            : accepted.Count > 0 && !(coupon.Stackable && accepted.All(other => other.Stackable)) ? Refused(coupon.Code, "not_combinable", "It does not go together with another code.")
            : null);
    }

    /// <summary>What does not depend on the cart: window and limits; asked again when the coupon is reserved.</summary>
    public static CouponOutcome? RefuseForAnybody(Coupon coupon, int usesOfBuyer, DateTimeOffset now) =>
        coupon.StartsAt > now ? Refused(coupon.Code, "not_started", $"It begins on {coupon.StartsAt:yyyy-MM-dd HH:mm} UTC.")
        : coupon.EndsAt <= now ? Refused(coupon.Code, "ended", $"It ended on {coupon.EndsAt:yyyy-MM-dd HH:mm} UTC.")
        : coupon.Taken >= coupon.TotalLimit ? Refused(coupon.Code, "used_up", "All of them have been taken.")
        : usesOfBuyer >= coupon.CustomerLimit ? Refused(coupon.Code, "used_by_customer", $"It can be used {coupon.CustomerLimit} times by each customer.")
        : null;

    public static CouponOutcome Refused(string code, string refusal, string reason) => new() { Code = code, Amount = 0, Refusal = refusal, Reason = reason };
}
