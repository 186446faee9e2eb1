using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Decides whether a cart can be quoted, and for how much.</summary>
internal sealed class Quoting(IOptions<CheckoutOptions> options)
{
    /// <summary>Why this cart cannot be quoted, or null. After a moved price the cart carries the new one.</summary>
    public static CheckoutRefused? Refuse(ShoppingCart cart, IReadOnlyDictionary<string, VariantOffer> offers, DateTimeOffset now)
    {
        if (cart.ClosedAt is not null)
            return Refused("canceled", "This cart has been checked out already. Create a new one to go on shopping.");
        if (cart.Lines.Count == 0)
            return Refused("empty_cart", "The cart is empty. Put something into it first.");
        var news = CartNews.Of(cart, offers);
        if (news.FindAll(notice => notice.Kind is "sold_out" or "fewer_left") is { Count: > 0 } shortages)
            return Refused("out_of_stock", $"{string.Join(" ", CartNews.Sentences(shortages))} Change the cart and check out again.", shortages);
        if (news.FindAll(notice => notice.Kind == "other_currency") is { Count: > 0 } foreign)
            return Refused("price_changed", $"{string.Join(" ", CartNews.Sentences(foreign))} Remove it from the cart and add it again.", foreign);
        if (news.Count > 0)
        {
            cart.Replace(cart.Lines.Select(line => line with { UnitPrice = offers[line.Sku].Price }), cart.Currency, now);
            return Refused("price_changed", $"{string.Join(" ", CartNews.Sentences(news))} The cart now shows the new prices: look at it and check out again.", news);
        }
        return null;
    }

    public Quote New(ShoppingCart cart, CreateCheckout request, Terms terms, DateTimeOffset now)
    {
        var buyer = request.Buyer;
        var quote = new Quote
        {
            CheckoutId = Guid.CreateVersion7(now),
            CartId = cart.Id,
            OwnerId = cart.OwnerId,
            CartVersion = cart.Version,
            Lines = [.. cart.Lines.Zip(terms.Price.Shares, (line, share) => line with { Discount = share.Discount, Tax = share.Tax })],
            Total = terms.Price.Total,
            Totals = terms.Price.Rows(),
            IncludedTax = terms.Price.IncludedTax,
            Coupons = terms.Coupons,
            CouponCodes = [.. terms.Coupons.Where(coupon => coupon.Refusal is null).Select(coupon => coupon.Code)],
            ShippingChoices = terms.Choices,
            ShippingMethodId = terms.ShippingMethodId,
            ShipTo = request.ShipTo is null ? null : AddressText.Clean(request.ShipTo),
            Currency = cart.Currency,
            BuyerName = BuyerRules.Clean(buyer?.Name),
            BuyerEmail = BuyerRules.Clean(buyer?.Email),
            BuyerAddress = BuyerRules.Clean(buyer?.Address) ?? (request.ShipTo is null ? null : AddressText.Of(AddressText.Clean(request.ShipTo))),
            Note = cart.Note,
            Confirmation = "",
            ExpiresAt = now + options.Value.QuoteLifetime,
        };
        quote.Confirmation = Confirmation.Of(quote);
        return quote;
    }

    private static CheckoutRefused Refused(string code, string reason, params IReadOnlyList<CartNotice> notices) => new() { Code = code, Reason = reason, Notices = notices };
}
