using EcommerceBot.Orders.Pricing;
using EcommerceBot.Orders.Promotions;

namespace EcommerceBot.Orders.Tests.Promotions;

/// <summary>Each refusal has its own code and a sentence.</summary>
public class CouponRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly BasketLine[] Lines = [new("mug", "Kitchen", "standard", 2, 1000)];
    private static readonly Coupon Plain = new() { Code = "PLAIN", Kind = DiscountKind.Percent, BasisPoints = 1000 };
    private static readonly Coupon Stacking = new() { Code = "STACK", Kind = DiscountKind.Percent, BasisPoints = 1000, Stackable = true };

    public static TheoryData<string?, object> Cases() => new()
    {
        { null, new Coupon { Code = "C", StartsAt = Now, EndsAt = Now.AddTicks(1), TotalLimit = 1, CustomerLimit = 2, MinimumSubtotal = 2000, Currency = "EUR" } },
        { "not_started", new Coupon { Code = "C", StartsAt = Now.AddTicks(1) } },
        { "ended", new Coupon { Code = "C", EndsAt = Now } },
        { "used_up", new Coupon { Code = "C", TotalLimit = 3, Taken = 3 } },
        { "used_by_customer", new Coupon { Code = "C", CustomerLimit = 1 } },
        { "other_currency", new Coupon { Code = "C", Currency = "USD" } },
        { "minimum_not_met", new Coupon { Code = "C", MinimumSubtotal = 2001 } },
        { "not_applicable", new Coupon { Code = "C", ProductIds = ["cup"], Categories = ["Garden"] } },
        { null, new Coupon { Code = "C", ProductIds = ["cup"], Categories = ["kitchen"], Kind = DiscountKind.Percent, BasisPoints = 1 } },
        { "not_applicable", new Coupon { Code = "C", Kind = DiscountKind.BuyGet, Buy = 2, Get = 1 } },
        { null, new Coupon { Code = "C", Kind = DiscountKind.BuyGet, Buy = 1, Get = 1 } },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Coupon_IsHadOrRefusedWithItsReason(string? refusal, object coupon)
    {
        var outcome = CouponRules.Refuse((Coupon)coupon, Lines, "EUR", usesOfBuyer: 1, accepted: [], Now);

        Assert.Equal(refusal, outcome?.Refusal);
        Assert.Equal(refusal is null, outcome?.Reason is null);
    }

    [Fact]
    public void TwoCoupons_GoTogetherOnlyWhenBothSaySo()
    {
        Assert.Null(CouponRules.Refuse(Stacking, Lines, "EUR", 0, [Stacking], Now));
        Assert.Equal("not_combinable", CouponRules.Refuse(Plain, Lines, "EUR", 0, [Stacking], Now)?.Refusal);
        Assert.Equal("not_combinable", CouponRules.Refuse(Stacking, Lines, "EUR", 0, [Plain], Now)?.Refusal);
    }
}
