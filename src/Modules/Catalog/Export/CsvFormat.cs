using System.Buffers;
using System.Globalization;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Export;

/// <summary>A row a variant, in the columns that the import knows.</summary>
internal sealed class CsvFormat(ExtraColumns columns) : IProductFormat
{
    private const string Columns = "sku,product_id,title,description,brand,category,image,status,tags,price,currency,compare_at_price,weight_grams,barcode,tax_class,stock";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n;\t");

    public string Beginning => $"{string.Join(',', Extra().Select(Quoted).Prepend(Columns))}\n";

    public string End => "";

    public string Text(Product product, bool isFirst) => string.Concat(product.Variants.Select(variant => $"{string.Join(',', Fields(product, variant).Select(Quoted))}\n"));

    private IEnumerable<string> Extra() =>
    [
        .. columns.Options.Select(name => $"option:{name}"), .. columns.Languages.Select(language => $"title:{language}"), .. columns.Languages.Select(language => $"description:{language}"),
        .. columns.Attributes.Select(name => $"attribute:{name}"), .. columns.Currencies.Select(code => $"price:{code}"), .. columns.Currencies.Select(code => $"compare_at_price:{code}"),
    ];

    private IEnumerable<string?> Fields(Product product, Variant variant) =>
    [
        variant.Sku, product.Id, product.Title, product.Description, product.Brand, product.Category, product.ImageUrl, StatusNames.Of(product.Status), string.Join(", ", product.Tags),
        MajorUnits.Of(variant.Price, variant.Currency), variant.Currency, MajorUnits.OrNone(variant.CompareAtPrice, variant.Currency),
        variant.WeightGrams?.ToString(CultureInfo.InvariantCulture), variant.Barcode, variant.TaxClass, variant.Stock.OnHand.ToString(CultureInfo.InvariantCulture),
        .. columns.Options.Select(name => variant.Options.GetValueOrDefault(name)),
        .. columns.Languages.Select(language => product.Texts.GetValueOrDefault(language)?.Title), .. columns.Languages.Select(language => product.Texts.GetValueOrDefault(language)?.Description),
        .. columns.Attributes.Select(name => product.Attributes.GetValueOrDefault(name)),
        .. columns.Currencies.Select(code => MajorUnits.OrNone(variant.OtherPrices.GetValueOrDefault(code)?.Price, code)),
        .. columns.Currencies.Select(code => MajorUnits.OrNone(variant.OtherPrices.GetValueOrDefault(code)?.CompareAtPrice, code)),
    ];

    private static string Quoted(string? field) => field is null ? ""
        : field.AsSpan().ContainsAny(NeedQuotes) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
