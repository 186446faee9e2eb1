using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.Cart;

/// <summary>What has moved since a line was shown, so that nobody learns it at the till.</summary>
internal static class CartNews
{
    /// <summary>What the cart's lines no longer agree with.</summary>
    public static List<CartNotice> Of(ShoppingCart cart, IReadOnlyDictionary<string, VariantOffer> offers) => [.. cart.Lines.SelectMany(line => Of(line, cart.Currency, offers))];

    /// <summary>Lines that a change has brought to another price on the way.</summary>
    public static List<CartNotice> Between(IReadOnlyList<StoredLine> before, IReadOnlyList<StoredLine> after, string currency) =>
    [
        .. from line in after
           let shown = before.FirstOrDefault(old => old.Sku == line.Sku)
           where shown is not null && shown.UnitPrice != line.UnitPrice
           select Moved(shown, line.UnitPrice, currency),
    ];

    public static IEnumerable<string> Sentences(IEnumerable<CartNotice> notices) => notices.Select(Sentence);

    private static IEnumerable<CartNotice> Of(StoredLine line, string currency, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        if (!offers.TryGetValue(line.Sku, out var offer) || offer.Available == 0)
        {
            yield return About(line, "sold_out", currency);
            yield break;
        }
        if (offer.Available < line.Quantity)
            yield return About(line, "fewer_left", currency) with { Pieces = offer.Available };
        if (offer.Currency != currency)
            yield return About(line, "other_currency", offer.Currency);
        else if (offer.Price != line.UnitPrice)
            yield return Moved(line, offer.Price, currency);
    }

    public static CartNotice About(StoredLine line, string kind, string currency) => new() { Kind = kind, Sku = line.Sku, Title = line.Title, Currency = currency };

    private static CartNotice Moved(StoredLine line, long price, string currency) => About(line, "price_changed", currency) with { OldPrice = line.UnitPrice, NewPrice = price };

    private static string Sentence(CartNotice notice) => notice.Kind switch
    {
        "sold_out" => $"{notice.Title} is sold out.",
        "fewer_left" => $"Of {notice.Title} only {notice.Pieces} can be had now.",
        "other_currency" => $"{notice.Title} is now sold in {notice.Currency}.",
        "not_taken_over" => $"{notice.Title} could not be taken over.",
        "partly_taken_over" => $"Of {notice.Title} only {notice.Pieces} more could be taken over.",
        _ => $"{notice.Title} now costs {Money.Show(notice.NewPrice ?? 0, notice.Currency)} instead of {Money.Show(notice.OldPrice ?? 0, notice.Currency)}.",
    };
}
