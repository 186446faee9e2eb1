using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.Shopping;

/// <summary>Catalog's answers as tool results.</summary>
internal static class CatalogMapping
{
    public static CatalogSearchResult Result(this ProductsFound found) => new()
    {
        Products = [.. found.Products.Select(Result)],
        Total = found.Total,
        SearchedFor = found.SearchedFor,
        Exact = found.Exact,
        Relaxed = found.Relaxed,
        MinPrice = found.MinPrice,
        MaxPrice = found.MaxPrice,
        DidYouMean = found.DidYouMean,
        Next = found.Next,
    };

    public static ProductResult Result(this ProductDetails product) => new()
    {
        Id = product.ProductId,
        Title = product.Title,
        Description = product.Description,
        Brand = product.Brand,
        Category = product.Category,
        ImageUrl = product.ImageUrl,
        Variants = [.. product.Variants.Select(Result)],
    };

    private static CatalogProduct Result(ProductSummary product) => new()
    {
        Id = product.ProductId,
        Title = product.Title,
        Brand = product.Brand,
        Category = product.Category,
        PriceFrom = new Price { Amount = product.FromPrice, Currency = product.Currency },
        PriceTo = new Price { Amount = product.ToPrice, Currency = product.Currency },
        InStock = product.InStock,
        VariantCount = product.VariantCount,
        ImageUrl = product.ImageUrl,
    };

    private static ProductVariant Result(VariantOffer offer) => new()
    {
        Sku = offer.Sku,
        Options = offer.Options,
        Price = new Price { Amount = offer.Price, Currency = offer.Currency },
        Available = offer.Available,
    };
}
