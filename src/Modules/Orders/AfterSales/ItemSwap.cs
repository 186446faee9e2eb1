using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Pricing;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Pieces of an order that become others of the same product: what the lines would be, and what that costs more or less. Decides, and changes nothing.</summary>
internal sealed record ItemSwap(List<StoredLine> Lines, IReadOnlyList<StoredLine> Removed, IReadOnlyList<StoredLine> Added, long Difference)
{
    public static (ItemSwap? Swap, OrderRefused? Refusal) Of(Order order, IReadOnlyList<ItemChange> changes, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        if (RefuseSize(changes.Count, changes.Select(change => change.Quantity)) is { } refusal)
            return (null, refusal);
        var (rest, removed, added) = (order.Lines.ToList(), new List<StoredLine>(), new List<StoredLine>());
        foreach (var change in changes)
        {
            if (PieceCount.Take(rest, change.Sku, change.Quantity) is not { } taken)
                return (null, UnknownItem(change.Sku));
            if (Refuse(change, taken[0], order.Currency, offers) is { } unfit)
                return (null, unfit);
            removed.AddRange(taken);
            added.Add(InPlaceOf(taken, StoredLine.Of(offers[change.NewSku], change.Quantity)));
        }
        return Shortage(changes, offers) is { } shortage ? (null, shortage) : (Of(rest, removed, added), null);
    }

    public static ItemSwap Of(IEnumerable<StoredLine> rest, IReadOnlyList<StoredLine> removed, IReadOnlyList<StoredLine> added) =>
        new(PieceCount.Merge([.. rest, .. added]), removed, added, checked(added.Sum(line => line.Paid) - removed.Sum(line => line.Paid)));

    /// <summary>The new pieces keep the discount and the tax of those they stand for, in proportion: half price stays half price.</summary>
    public static StoredLine InPlaceOf(IReadOnlyList<StoredLine> taken, StoredLine line)
    {
        var (old, fresh) = (CartTotals.Total(taken), CartTotals.Total([line]));
        var (oldDiscount, oldTax) = (taken.Sum(x => x.Discount), taken.Sum(x => x.Tax));
        var discount = old == 0 ? 0 : Rounding.Share(fresh, oldDiscount, old);
        return line with { Discount = discount, Tax = old == oldDiscount ? 0 : Rounding.Share(fresh - discount, oldTax, old - oldDiscount) };
    }

    public static OrderRefused? RefuseSize(int lines, IEnumerable<int> quantities) =>
        lines is 0 or > CartRules.MostLines || quantities.Any(quantity => quantity is < 1 or > CartRules.MostPieces)
            ? Refusals.Because("no_items", $"Name 1 to {CartRules.MostLines} items with 1 to {CartRules.MostPieces} pieces each.")
            : null;

    public static OrderRefused UnknownItem(string sku) =>
        Refusals.Because("unknown_item", $"The order does not hold that many pieces of {(sku.Length <= 64 ? sku : sku[..64])}. Look at the order and name what stands there.");

    private static OrderRefused? Refuse(ItemChange change, StoredLine line, string currency, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        if (change.Sku == change.NewSku)
            return Refusals.Because("same_item", $"{line.Title} would become what it is. Name other options.");
        if (!offers.TryGetValue(change.NewSku, out var offer) || offer.Available == 0)
            return Refusals.Because("item_unavailable", $"{line.Title} cannot be had in the options that were asked for. Name others.");
        if (offer.ProductId != line.ProductId)
            return Refusals.Because("other_product", $"{line.Title} can become {line.Title} with other options, and no other product.");
        return offer.Currency == currency ? null
            : Refusals.Because("other_currency", $"The order is in {currency}, and {offer.Title} is now sold in {offer.Currency}.");
    }

    private static OrderRefused? Shortage(IReadOnlyList<ItemChange> changes, IReadOnlyDictionary<string, VariantOffer> offers) => changes
        .GroupBy(change => change.NewSku)
        .Where(wanted => offers[wanted.Key].Available < wanted.Sum(change => change.Quantity))
        .Select(wanted => Refusals.Because("item_unavailable", $"Of {offers[wanted.Key].Title} only {offers[wanted.Key].Available} can be had in the options that were asked for."))
        .FirstOrDefault();
}
