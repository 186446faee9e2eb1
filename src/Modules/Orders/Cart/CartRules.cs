using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Cart;

/// <summary>What a cart may become: pure decisions over its lines, what is wanted and what Catalog offers right now.</summary>
internal static class CartRules
{
    public const int MostPieces = 99;
    public const int MostLines = 50;

    /// <summary>The lines with these wishes carried out, all or nothing. A wish of 0 pieces removes its line; wanted prices are the offers', never the caller's.</summary>
    public static (List<StoredLine> Lines, string Currency, CartRefused? Refusal) Apply(
        IReadOnlyList<StoredLine> lines, string currency, IReadOnlyList<WantedLine> wishes, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        var result = lines.ToList();
        foreach (var wish in wishes)
        {
            var at = result.FindIndex(line => line.Sku == wish.Sku);
            if (wish.Quantity == 0)
            {
                if (at >= 0)
                    result.RemoveAt(at);
                continue;
            }
            if (Refuse(wish, offers) is { } refusal)
                return ([], currency, refusal);
            var line = StoredLine.Of(offers[wish.Sku], wish.Quantity);
            if (at >= 0)
                result[at] = line;
            else
                result.Add(line);
        }
        if (result.Count > MostLines)
            return ([], currency, TooManyLines());
        // A line that stays is in the cart's currency, one that was wanted in its offer's.
        var currencies = result.Select(line => wishes.Any(wish => wish.Sku == line.Sku) ? offers[line.Sku].Currency : currency).Distinct().ToList();
        return currencies.Count <= 1 ? (result, currencies.FirstOrDefault() ?? currency, null) : ([], currency, OtherCurrency(currencies));
    }

    /// <summary>Whether a quantity makes sense at all, before anybody is asked.</summary>
    public static CartRefused? RefuseQuantity(string sku, int quantity, int least) => quantity >= least && quantity <= MostPieces ? null : new CartRefused
    {
        Code = "invalid_quantity",
        Reason = $"A line holds {least} to {MostPieces} pieces, and {quantity} were asked for.",
        Sku = sku,
    };

    private static CartRefused? Refuse(WantedLine wish, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        if (RefuseQuantity(wish.Sku, wish.Quantity, 1) is { } nonsense)
            return nonsense;
        if (!offers.TryGetValue(wish.Sku, out var offer))
            return new CartRefused { Code = "unknown_sku", Reason = $"The shop sells nothing under the SKU {Shown(wish.Sku)}. Search the catalog for the right one.", Sku = Shown(wish.Sku) };
        return offer.Available >= wish.Quantity ? null : new CartRefused
        {
            Code = "out_of_stock",
            Reason = offer.Available == 0
                ? $"{offer.Title} is sold out in this variant."
                : $"Of {offer.Title} only {offer.Available} can be had in this variant, and {wish.Quantity} were asked for.",
            Sku = wish.Sku,
            Available = offer.Available,
        };
    }

    public static CartRefused TooManyLines() => new()
    {
        Code = "too_many_lines",
        Reason = $"A cart holds at most {MostLines} different items. Check out first, or remove some.",
    };

    private static CartRefused OtherCurrency(List<string> currencies) => new()
    {
        Code = "other_currency",
        Reason = $"A cart holds items of one currency, and these are priced in {string.Join(" and ", currencies)}. Buy them in separate carts.",
    };

    private static string Shown(string sku) => sku.Length <= 64 ? sku : $"{sku[..64]}…";
}
