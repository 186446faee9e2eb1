using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Stock;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>
/// Makes a product say what the file says. The file's texts and prices win; its variants are added or changed, and one it does not mention stays.
/// Stock: a count in the file replaces the count in the shop, no count leaves it alone.
/// </summary>
internal static class ProductMerge
{
    /// <param name="entry">What the file says.</param>
    /// <param name="product">A new product without variants, or a known one with all of its variants and stock.</param>
    /// <param name="defaultStock">Pieces of a new variant that the file does not count.</param>
    /// <param name="counts">Takes the counts of known variants that differ.</param>
    public static MergeOutcome Apply(CatalogEntry entry, Product product, int defaultStock, StockCounts counts)
    {
        var outcome = new MergeOutcome(
            Offer: (product.Title, product.Description, product.Brand, product.Category, product.ImageUrl) != (entry.Title, entry.Description, entry.Brand, entry.Category, entry.ImageUrl),
            Stock: false);
        product.Title = entry.Title;
        product.Description = entry.Description;
        product.Brand = entry.Brand;
        product.Category = entry.Category;
        product.ImageUrl = entry.ImageUrl;
        for (var position = 0; position < entry.Variants.Count; position++)
        {
            var variant = entry.Variants[position];
            var known = product.Variants.Find(x => x.Sku == variant.Sku);
            outcome |= known is null ? Add(variant, product, position, defaultStock) : Change(variant, known, position, counts);
        }
        return outcome;
    }

    private static MergeOutcome Add(VariantEntry entry, Product product, int position, int defaultStock)
    {
        product.Variants.Add(new Variant
        {
            Sku = entry.Sku,
            ProductId = product.Id,
            Position = position,
            Options = entry.Options,
            Price = entry.Price,
            Currency = entry.Currency,
            Stock = new StockItem { Sku = entry.Sku, OnHand = entry.Stock ?? defaultStock },
        });
        return new MergeOutcome(Offer: true, Stock: true);
    }

    private static MergeOutcome Change(VariantEntry entry, Variant variant, int position, StockCounts counts)
    {
        var sameOptions = variant.Options.SequenceEqual(entry.Options);
        var recounted = entry.Stock is { } pieces && variant.Stock.OnHand != Math.Max(pieces, variant.Stock.Reserved);
        if (recounted)
            counts.Add(variant.Sku, entry.Stock!.Value);
        var outcome = new MergeOutcome(
            Offer: !sameOptions || (variant.Position, variant.Price, variant.Currency) != (position, entry.Price, entry.Currency),
            Stock: recounted);
        variant.Position = position;
        variant.Options = sameOptions ? variant.Options : entry.Options;
        variant.Price = entry.Price;
        variant.Currency = entry.Currency;
        return outcome;
    }
}

/// <summary>What a merge changed.</summary>
/// <param name="Offer">Texts, variants or prices: others are told.</param>
/// <param name="Stock">Pieces on hand.</param>
internal readonly record struct MergeOutcome(bool Offer, bool Stock)
{
    public bool Any => Offer || Stock;

    public static MergeOutcome operator |(MergeOutcome left, MergeOutcome right) => new(left.Offer | right.Offer, left.Stock | right.Stock);
}
