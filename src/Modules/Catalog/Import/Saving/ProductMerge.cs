using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Stock;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>
/// Makes a product say what the file says. The file's texts and prices win; its variants are added or changed, and one it does not mention stays.
/// Stock: a count in the file replaces the count in the shop, no count leaves it alone.
/// </summary>
internal sealed class ProductMerge(AuditTrail audit)
{
    private Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Pieces by SKU that were counted otherwise than they are, since this was last asked.</summary>
    public IReadOnlyDictionary<string, int> TakeCounts()
    {
        var counts = _counts;
        _counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return counts;
    }

    /// <param name="entry">What the file says.</param>
    /// <param name="product">A new product without variants, or a known one with all of its variants and stock.</param>
    /// <param name="settings">What the file may leave out, and who imports.</param>
    public MergeOutcome Apply(CatalogEntry entry, Product product, ImportSettings settings)
    {
        var before = JsonColumns.Write(Facts(product));
        (product.Title, product.Description, product.Brand, product.Category) = (entry.Title, entry.Description, entry.Brand, entry.Category);
        if (entry.ImageUrl != product.ImageUrl)
        {
            product.ImageUrl = entry.ImageUrl;
            product.Media = entry.ImageUrl is null ? [] : [new ProductPicture(entry.ImageUrl, null)];
        }
        var status = product.Status;
        product.Status = entry.Status ?? product.Status;
        product.Tags = entry.Tags ?? product.Tags;
        product.Texts = Merged(product.Texts, entry.Extras.Texts);
        product.Attributes = Merged(product.Attributes, entry.Extras.Attributes);
        var outcome = new MergeOutcome(Offer: JsonColumns.Write(Facts(product)) != before, Stock: false);
        if (product.Variants.Count > 0)
            audit.Status(settings.By, product, status);
        for (var position = 0; position < entry.Variants.Count; position++)
        {
            var variant = entry.Variants[position];
            var known = product.Variants.Find(x => x.Sku == variant.Sku);
            outcome |= known is null ? Add(variant, product, position, settings) : Change(variant, known, position, settings);
        }
        return outcome;
    }

    /// <summary>What the file names wins, the rest stays; the very same map where nothing changes.</summary>
    private static IReadOnlyDictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T> known, IReadOnlyDictionary<string, T>? told)
    {
        if (told is null || told.All(pair => known.TryGetValue(pair.Key, out var value) && Equals(value, pair.Value)))
            return known;
        var merged = new Dictionary<string, T>(known, StringComparer.Ordinal);
        foreach (var (key, value) in told)
            merged[key] = value;
        return merged;
    }

    private static object Facts(Product product) =>
        new { product.Title, product.Description, product.Brand, product.Category, product.ImageUrl, product.Status, product.Tags, product.Texts, product.Attributes };

    private static MergeOutcome Add(VariantEntry entry, Product product, int position, ImportSettings settings)
    {
        var variant = new Variant
        {
            Sku = entry.Sku,
            ProductId = product.Id,
            Position = position,
            Options = entry.Options,
            Price = entry.Price,
            Currency = entry.Currency,
            CompareAtPrice = entry.Facts.CompareAtPrice,
            WeightGrams = entry.Facts.WeightGrams,
            Barcode = entry.Facts.Barcode,
            TaxClass = entry.Facts.TaxClass,
            OtherPrices = Merged(new Dictionary<string, OtherPrice>(), entry.OtherPrices),
            Stock = new StockItem { Sku = entry.Sku, OnHand = entry.Stock ?? settings.Stock },
        };
        product.Variants.Add(variant);
        return new MergeOutcome(Offer: true, Stock: true);
    }

    private MergeOutcome Change(VariantEntry entry, Variant variant, int position, ImportSettings settings)
    {
        var sameOptions = variant.Options.SequenceEqual(entry.Options);
        var recounted = entry.Stock is { } pieces && variant.Stock.OnHand != Math.Max(pieces, variant.Stock.Reserved);
        if (recounted)
        {
            _counts.Add(variant.Sku, entry.Stock!.Value);
            audit.Stock(settings.By, variant, variant.Stock.OnHand, Math.Max(entry.Stock!.Value, variant.Stock.Reserved), "counted");
        }
        var facts = Known(variant).Or(entry.Facts);
        audit.Price(settings.By, variant, entry.Currency, variant.Currency == entry.Currency ? variant.Price : null, entry.Price);
        audit.CompareAtPrice(settings.By, variant, entry.Currency, variant.CompareAtPrice, facts.CompareAtPrice);
        var otherPrices = Merged(variant.OtherPrices, entry.OtherPrices);
        foreach (var (code, price) in otherPrices)
            audit.Price(settings.By, variant, code, variant.OtherPrices.GetValueOrDefault(code)?.Price, price.Price);
        var outcome = new MergeOutcome(
            Offer: !sameOptions || !ReferenceEquals(otherPrices, variant.OtherPrices) || facts != Known(variant) || (variant.Position, variant.Price, variant.Currency) != (position, entry.Price, entry.Currency),
            Stock: recounted);
        variant.Position = position;
        variant.Options = sameOptions ? variant.Options : entry.Options;
        variant.Price = entry.Price;
        variant.Currency = entry.Currency;
        variant.OtherPrices = otherPrices;
        (variant.CompareAtPrice, variant.WeightGrams, variant.Barcode, variant.TaxClass) = (facts.CompareAtPrice, facts.WeightGrams, facts.Barcode, facts.TaxClass);
        return outcome;
    }

    private static VariantFacts Known(Variant variant) => new(variant.CompareAtPrice, variant.WeightGrams, variant.Barcode, variant.TaxClass);
}

/// <summary>What a merge changed.</summary>
/// <param name="Offer">Texts, variants or prices: others are told.</param>
/// <param name="Stock">Pieces on hand.</param>
internal readonly record struct MergeOutcome(bool Offer, bool Stock)
{
    public bool Any => Offer || Stock;

    public static MergeOutcome operator |(MergeOutcome left, MergeOutcome right) => new(left.Offer | right.Offer, left.Stock | right.Stock);
}
