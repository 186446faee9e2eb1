using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Orders.Pricing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Promotions;

/// <summary>Looks codes up for a quote, and holds them for a checkout in the caller's transaction.</summary>
internal static class CouponDesk
{
    public const int MostCodes = 10;

    /// <returns>The coupons that can be had together, and a reason for each that cannot.</returns>
    public static async Task<(List<Coupon> Accepted, List<CouponOutcome> Refused)> JudgeAsync(
        OrdersDbContext db, IReadOnlyList<string> typed, string ownerId, IReadOnlyList<BasketLine> lines, string currency, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var codes = typed.Select(Coupon.Normalize).Where(code => code.Length is > 0 and <= 40).Distinct().Take(MostCodes).ToList();
        if (codes.Count == 0)
            return ([], []);
        var known = await db.Coupons.AsNoTracking().Where(x => codes.Contains(x.Code)).ToDictionaryAsync(x => x.Code, cancellationToken);
        var uses = await UsesAsync(db, codes, ownerId, cancellationToken);
        var (accepted, refused) = (new List<Coupon>(), new List<CouponOutcome>());
        foreach (var code in codes)
        {
            if (!known.TryGetValue(code, out var coupon))
                refused.Add(CouponRules.Refused(code, "unknown_coupon", "There is no such code. Check its spelling."));
            else if (CouponRules.Refuse(coupon, lines, currency, uses.GetValueOrDefault(code), accepted, now) is { } refusal)
                refused.Add(refusal);
            else
                accepted.Add(coupon);
        }
        return (accepted, refused);
    }

    /// <summary>Reserves what the quote promised; the reason where one has been taken meanwhile, and then nothing is to be saved.</summary>
    public static async Task<CouponOutcome?> ReserveAsync(OrdersDbContext db, Quote quote, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (quote.CouponCodes.Count == 0)
            return null;
        var coupons = await db.Coupons.Where(x => quote.CouponCodes.Contains(x.Code)).ToListAsync(cancellationToken);
        var uses = await UsesAsync(db, quote.CouponCodes, quote.OwnerId, cancellationToken);
        var refusal = coupons.Select(coupon => CouponRules.RefuseForAnybody(coupon, uses.GetValueOrDefault(coupon.Code), now)).FirstOrDefault(refusal => refusal is not null);
        if (coupons.Count < quote.CouponCodes.Count)
            refusal ??= CouponRules.Refused(quote.CouponCodes[0], "unknown_coupon", "It has been withdrawn.");
        foreach (var coupon in refusal is null ? coupons : [])
        {
            coupon.Taken++;
            coupon.Version++;
            db.Add(new CouponUse { Code = coupon.Code, CheckoutId = quote.CheckoutId, OwnerId = quote.OwnerId, At = now });
        }
        return refusal;
    }

    private static Task<Dictionary<string, int>> UsesAsync(OrdersDbContext db, List<string> codes, string ownerId, CancellationToken cancellationToken) =>
        db.CouponUses.Where(x => codes.Contains(x.Code) && x.OwnerId == ownerId).GroupBy(x => x.Code).ToDictionaryAsync(same => same.Key, same => same.Count(), cancellationToken);
}
