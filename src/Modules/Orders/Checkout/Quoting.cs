using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Payments;
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
        if (Short(cart, offers) is { } shortage)
            return shortage;
        if (cart.Lines.FirstOrDefault(line => offers[line.Sku].Currency != cart.Currency) is { } foreign)
            return Refused("price_changed", $"{foreign.Title} is now sold in {offers[foreign.Sku].Currency}. Remove it from the cart and add it again.");
        if (Moved(cart, offers) is { Count: > 0 } moved)
        {
            cart.Replace(cart.Lines.Select(line => line with { UnitPrice = offers[line.Sku].Price }), cart.Currency, now);
            return Refused("price_changed", $"{string.Join(" ", moved)} The cart now shows the new prices: look at it and check out again.");
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
            Lines = cart.Lines,
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

    private static CheckoutRefused? Short(ShoppingCart cart, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        var sentences = cart.Lines
            .Select(line => (Line: line, Available: offers.TryGetValue(line.Sku, out var offer) ? offer.Available : 0))
            .Where(x => x.Available < x.Line.Quantity)
            .Select(x => x.Available == 0 ? $"{x.Line.Title} is sold out." : $"Of {x.Line.Title} only {x.Available} can be had.")
            .ToList();
        return sentences.Count == 0 ? null : Refused("out_of_stock", $"{string.Join(" ", sentences)} Change the cart and check out again.");
    }

    private static List<string> Moved(ShoppingCart cart, IReadOnlyDictionary<string, VariantOffer> offers) =>
    [
        .. cart.Lines.Where(line => offers[line.Sku].Price != line.UnitPrice).Select(line =>
            $"{line.Title} now costs {Money.Show(offers[line.Sku].Price, cart.Currency)} instead of {Money.Show(line.UnitPrice, cart.Currency)}."),
    ];

    private static CheckoutRefused Refused(string code, string reason) => new() { Code = code, Reason = reason };
}
