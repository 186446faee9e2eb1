using System.Buffers;
using System.Globalization;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Export;

/// <summary>A row a variant, in the columns that the import knows.</summary>
internal sealed class CsvFormat(IReadOnlyList<string> options) : IProductFormat
{
    private const string Columns = "sku,product_id,title,description,brand,category,image,status,tags,price,currency,compare_at_price,weight_grams,barcode,tax_class,stock";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n;\t");

    public string Beginning => $"{string.Join(',', options.Select(name => Quoted($"option:{name}")).Prepend(Columns))}\n";

    public string End => "";

    public string Text(Product product, bool isFirst) => string.Concat(product.Variants.Select(variant => $"{string.Join(',', Fields(product, variant).Select(Quoted))}\n"));

    private IEnumerable<string?> Fields(Product product, Variant variant) =>
    [
        variant.Sku, product.Id, product.Title, product.Description, product.Brand, product.Category, product.ImageUrl, StatusNames.Of(product.Status), string.Join(", ", product.Tags),
        MajorUnits.Of(variant.Price, variant.Currency), variant.Currency, variant.CompareAtPrice is { } before ? MajorUnits.Of(before, variant.Currency) : null,
        variant.WeightGrams?.ToString(CultureInfo.InvariantCulture), variant.Barcode, variant.TaxClass, variant.Stock.OnHand.ToString(CultureInfo.InvariantCulture),
        .. options.Select(name => variant.Options.GetValueOrDefault(name)),
    ];

    private static string Quoted(string? field) => field is null ? ""
        : field.AsSpan().ContainsAny(NeedQuotes) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
