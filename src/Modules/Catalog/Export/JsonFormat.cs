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
        Variants = product.Variants.Select(variant => new
        {
            variant.Sku,
            Options = variant.Options.Count == 0 ? null : variant.Options,
            Price = MajorUnits.Of(variant.Price, variant.Currency),
            variant.Currency,
            CompareAtPrice = variant.CompareAtPrice is { } before ? MajorUnits.Of(before, variant.Currency) : null,
            variant.WeightGrams,
            variant.Barcode,
            variant.TaxClass,
            Stock = variant.Stock.OnHand,
        }),
    };
}
