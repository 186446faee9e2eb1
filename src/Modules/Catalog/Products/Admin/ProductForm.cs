namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>A product as it is asked for, every field checked on its own.</summary>
internal sealed record ProductForm(
    string? Id, string Title, string Description, string? Brand, string? Category, string? Slug, ProductStatus Status, IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Tags, IReadOnlyList<ProductPicture> Media, IReadOnlyDictionary<string, ProductText> Texts, IReadOnlyList<VariantForm> Variants);

/// <summary>Its variant.</summary>
internal sealed record VariantForm(
    string Path, string Sku, IReadOnlyDictionary<string, string> Options, long Price, string Currency, long? CompareAtPrice, IReadOnlyDictionary<string, OtherPrice> OtherPrices,
    int? WeightGrams, string? Barcode, string? TaxClass, int? LowStockAt, int? OnHand);
