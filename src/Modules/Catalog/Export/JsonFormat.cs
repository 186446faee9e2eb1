using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Export;

/// <summary>An array of products, or a product a line.</summary>
internal sealed class JsonFormat(bool isLines) : IProductFormat
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Beginning => isLines ? "" : "[";
    public string End => isLines ? "" : "\n]\n";

    public string Text(Product product, bool isFirst)
    {
        var text = JsonSerializer.Serialize(Shape(product), Json);
        return isLines ? $"{text}\n" : $"{(isFirst ? "" : ",")}\n{text}";
    }

    /// <summary>In one order, whatever the store keeps them in; null for none, which is left out.</summary>
    private static SortedDictionary<string, object>? Sorted<T>(IReadOnlyDictionary<string, T> map, Func<T, object> shape) => Sorted(map, (_, value) => shape(value));

    private static SortedDictionary<string, object>? Sorted<T>(IReadOnlyDictionary<string, T> map, Func<string, T, object> shape) =>
        map.Count == 0 ? null : new SortedDictionary<string, object>(map.ToDictionary(pair => pair.Key, pair => shape(pair.Key, pair.Value)), StringComparer.Ordinal);

    private static object Shape(Product product) => new
    {
        product.Id,
        product.Title,
        product.Description,
        product.Brand,
        product.Category,
        Image = product.ImageUrl,
        Status = StatusNames.Of(product.Status),
        Tags = product.Tags.Count == 0 ? null : product.Tags,
        Attributes = Sorted(product.Attributes, value => value),
        Texts = Sorted(product.Texts, text => new { text.Title, text.Description }),
        Variants = product.Variants.Select(variant => new
        {
            variant.Sku,
            Options = variant.Options.Count == 0 ? null : variant.Options,
            Price = MajorUnits.Of(variant.Price, variant.Currency),
            variant.Currency,
            CompareAtPrice = MajorUnits.OrNone(variant.CompareAtPrice, variant.Currency),
            Prices = Sorted(variant.OtherPrices, (code, price) => new { Price = MajorUnits.Of(price.Price, code), CompareAtPrice = MajorUnits.OrNone(price.CompareAtPrice, code) }),
            variant.WeightGrams,
            variant.Barcode,
            variant.TaxClass,
            Stock = variant.Stock.OnHand,
        }),
    };
}
