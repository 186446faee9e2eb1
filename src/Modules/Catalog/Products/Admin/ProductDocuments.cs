using EcommerceBot.Catalog.Contracts.Requests;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Products as the shop's own people see them.</summary>
internal static class ProductDocuments
{
    public static ProductDocument Document(this Product product) => new()
    {
        Id = product.Id,
        Title = product.Title,
        Description = product.Description,
        Brand = product.Brand,
        Category = product.Category,
        Slug = product.Slug,
        Status = StatusNames.Of(product.Status),
        Attributes = product.Attributes,
        Tags = product.Tags,
        Media = product.Media.Count > 0 ? [.. product.Media.Select(x => new PictureDocument { Url = x.Url, Alt = x.Alt })]
            : product.ImageUrl is { } image ? [new PictureDocument { Url = image }] : [],
        Texts = product.Texts.ToDictionary(x => x.Key, x => new TextDocument { Title = x.Value.Title, Description = x.Value.Description }),
        Variants = [.. product.Variants.OrderBy(x => x.Position).Select(Document)],
        Version = product.Version,
        UpdatedAt = product.UpdatedAt,
    };

    private static VariantDocument Document(Variant variant) => new()
    {
        Sku = variant.Sku,
        Options = variant.Options,
        Price = variant.Price,
        Currency = variant.Currency,
        CompareAtPrice = variant.CompareAtPrice,
        Prices = variant.OtherPrices.ToDictionary(x => x.Key, x => new PriceDocument { Price = x.Value.Price, CompareAtPrice = x.Value.CompareAtPrice }),
        WeightGrams = variant.WeightGrams,
        Barcode = variant.Barcode,
        TaxClass = variant.TaxClass,
        LowStockAt = variant.Stock.LowAt,
        OnHand = variant.Stock.OnHand,
        Reserved = variant.Stock.Reserved,
    };
}
