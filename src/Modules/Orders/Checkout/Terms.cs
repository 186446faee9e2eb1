using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Orders.Pricing;
using EcommerceBot.Orders.Promotions;
using EcommerceBot.Orders.Shipping;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>What a quote costs and why: the lines, the way of delivery, the coupons that count and those that do not.</summary>
internal sealed record Terms(Priced Price, List<ShippingChoice> Choices, string? ShippingMethodId, List<CouponOutcome> Coupons);

/// <summary>Gathers what a price depends on, then asks the one function that knows it.</summary>
internal sealed class TermsDesk(IOptions<TaxOptions> tax, IOptions<ShippingOptions> shipping, IOptions<ShopOptions> shop, TimeProvider time)
{
    /// <summary>Null where the way of delivery that was asked for does not serve the address.</summary>
    public async Task<Terms?> OfAsync(OrdersDbContext db, ShoppingCart cart, CreateCheckout request, CancellationToken cancellationToken)
    {
        var (country, region) = (request.ShipTo?.Country ?? shop.Value.TaxCountry, request.ShipTo?.Region);
        var choices = ShippingRates.Choices(shipping.Value, cart.Lines, country, region);
        var chosen = request.ShippingMethodId is null ? choices.FirstOrDefault() : choices.Find(choice => choice.ShippingMethodId == request.ShippingMethodId);
        if (request.ShippingMethodId is not null && chosen is null)
            return null;
        List<BasketLine> lines = [.. cart.Lines.Select(line => new BasketLine(line.ProductId, line.Category, tax.Value.ClassOf(line.Category), line.Quantity, line.UnitPrice))];
        var (accepted, refused) = await CouponDesk.JudgeAsync(db, request.CouponCodes, cart.OwnerId, lines, cart.Currency, time.GetUtcNow(), cancellationToken);
        var price = Totals.Of(new Basket
        {
            Lines = lines,
            Currency = cart.Currency,
            Discounts = [.. accepted.Select(coupon => coupon.ToDiscount())],
            Shipping = chosen?.Price,
            Taxes = tax.Value.For(country, region),
        });
        return new Terms(price, choices, chosen?.ShippingMethodId,
            [.. accepted.Select(coupon => new CouponOutcome { Code = coupon.Code, Amount = price.ByCode[coupon.Code] }), .. refused]);
    }
}
