using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.Cart;

/// <summary>What has moved since a line was put into the cart, a sentence each, so that nobody learns it at the till.</summary>
internal static class CartNews
{
    public static IReadOnlyList<string> Of(ShoppingCart cart, IReadOnlyDictionary<string, VariantOffer> offers) => [.. cart.Lines.SelectMany(line => Of(line, cart.Currency, offers))];

    private static IEnumerable<string> Of(StoredLine line, string currency, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        if (!offers.TryGetValue(line.Sku, out var offer) || offer.Available == 0)
        {
            yield return $"{line.Title} is sold out.";
            yield break;
        }
        if (offer.Available < line.Quantity)
            yield return $"Of {line.Title} only {offer.Available} can be had now.";
        if (offer.Currency != currency)
            yield return $"{line.Title} is now sold in {offer.Currency}.";
        else if (offer.Price != line.UnitPrice)
            yield return $"{line.Title} now costs {Money.Show(offer.Price, currency)} instead of {Money.Show(line.UnitPrice, currency)}.";
    }
}
