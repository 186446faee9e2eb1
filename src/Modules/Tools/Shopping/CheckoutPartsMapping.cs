using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.Shopping;

/// <summary>The parts of carts and checkouts as tool results.</summary>
internal static class CheckoutPartsMapping
{
    public static List<CartNews> News(this IEnumerable<CartNotice> notices) =>
    [
        .. notices.Select(notice => new CartNews
        {
            Kind = notice.Kind,
            Sku = notice.Sku,
            Title = notice.Title,
            OldPrice = Price(notice.OldPrice, notice.Currency),
            NewPrice = Price(notice.NewPrice, notice.Currency),
            Pieces = notice.Pieces,
        }),
    ];

    public static CouponResult Result(this CouponOutcome coupon, string currency) =>
        new() { Code = coupon.Code, Amount = new Price { Amount = coupon.Amount, Currency = currency }, Refusal = coupon.Refusal, Reason = coupon.Reason };

    public static ShippingMethod Result(this ShippingChoice choice, string currency) => new()
    {
        Id = choice.ShippingMethodId,
        Title = choice.Title,
        Price = new Price { Amount = choice.Price, Currency = currency },
        MinDays = choice.MinDays,
        MaxDays = choice.MaxDays,
    };

    private static Price? Price(long? amount, string currency) => amount is { } given ? new Price { Amount = given, Currency = currency } : null;
}
