using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>A product of a file that has passed every check.</summary>
internal sealed record CatalogEntry(
    int Line, string Id, string Title, string Description, string? Brand, string? Category, string? ImageUrl, ProductStatus? Status, IReadOnlyList<string>? Tags,
    ProductExtras Extras, IReadOnlyList<VariantEntry> Variants);

/// <summary>Words in other languages by BCP 47 tag, and attributes by name: those that a file names win, others stay. Null where it names none.</summary>
internal sealed record ProductExtras(IReadOnlyDictionary<string, ProductText>? Texts, IReadOnlyDictionary<string, string>? Attributes);

/// <summary>Its variant.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Sku">Unique in the shop.</param>
/// <param name="Options">Name to value, in the order of the file.</param>
/// <param name="Price">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Stock">Pieces counted; null when the file counts none.</param>
/// <param name="Facts">What a file may tell besides.</param>
/// <param name="OtherPrices">By ISO 4217 code: those that a file names win, others stay. Null where it names none.</param>
internal sealed record VariantEntry(int Line, string Sku, IReadOnlyDictionary<string, string> Options, long Price, string Currency, int? Stock, VariantFacts Facts,
    IReadOnlyDictionary<string, OtherPrice>? OtherPrices);

/// <summary>What a file may tell of a variant; what it does not tell stays as it is.</summary>
internal sealed record VariantFacts(long? CompareAtPrice, int? WeightGrams, string? Barcode, string? TaxClass)
{
    public VariantFacts Or(VariantFacts told) =>
        new(told.CompareAtPrice ?? CompareAtPrice, told.WeightGrams ?? WeightGrams, told.Barcode ?? Barcode, told.TaxClass ?? TaxClass);
}
