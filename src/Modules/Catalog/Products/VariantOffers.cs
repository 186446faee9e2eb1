using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products;

/// <summary>Products as messages show them, with what is free to sell at this moment.</summary>
internal static class VariantOffers
{
    /// <summary>Active products with variants and stock, not tracked.</summary>
    public static IQueryable<Product> Offered(this CatalogDbContext db) => db.Products.AsNoTracking().Where(x => x.Status == ProductStatus.Active).WithVariants();

    /// <summary>Split, because as one statement SQLite joins all variants with all stock first: 40 ms instead of 1 with 10,000 products.</summary>
    public static IQueryable<Product> WithVariants(this IQueryable<Product> products) =>
        products.Include(x => x.Variants.OrderBy(variant => variant.Position)).ThenInclude(x => x.Stock).AsSplitQuery();

    /// <param name="product">The product.</param>
    /// <param name="variant">One of its variants.</param>
    /// <param name="links">Where pictures are.</param>
    /// <param name="currency">Whose price is wanted, where there is one.</param>
    /// <param name="language">Whose words are wanted, where there are any.</param>
    public static VariantOffer Offer(this Product product, Variant variant, MediaLinks links, string? currency = null, string? language = null)
    {
        var other = currency is null ? null : variant.OtherPrices.GetValueOrDefault(currency);
        return new VariantOffer
        {
            Sku = variant.Sku,
            ProductId = product.Id,
            Title = product.TitleIn(language),
            Options = variant.Options,
            Price = other?.Price ?? variant.Price,
            Currency = other is null ? variant.Currency : currency!,
            CompareAtPrice = other is null ? variant.CompareAtPrice : other.CompareAtPrice,
            Available = variant.Stock.OnHand - variant.Stock.Reserved,
            ImageUrl = links.Of(product.ImageUrl),
            Category = product.Category,
            WeightGrams = variant.WeightGrams,
            TaxClass = variant.TaxClass,
        };
    }

    public static ProductDetails Details(this Product product, MediaLinks links, string? language = null) => new()
    {
        ProductId = product.Id,
        Title = product.TitleIn(language),
        Description = product.DescriptionIn(language),
        Brand = product.Brand,
        Category = product.Category,
        ImageUrl = links.Of(product.ImageUrl),
        Slug = product.Slug,
        Attributes = product.Attributes,
        Tags = product.Tags,
        Images = product.Media.Count > 0 ? [.. product.Media.Select(x => links.Of(x.Url)!)] : links.Of(product.ImageUrl) is { } image ? [image] : [],
        Version = product.Version,
        Variants = [.. product.Variants.Select(variant => product.Offer(variant, links, language: language))],
    };

    public static ProductSummary Summary(this Product product, MediaLinks links) => new()
    {
        ProductId = product.Id,
        Title = product.Title,
        Brand = product.Brand,
        Category = product.Category,
        FromPrice = product.Variants.Min(variant => variant.Price),
        ToPrice = product.Variants.Max(variant => variant.Price),
        Currency = product.Variants[0].Currency,
        InStock = product.Variants.Exists(variant => variant.Stock.OnHand > variant.Stock.Reserved),
        VariantCount = product.Variants.Count,
        ImageUrl = links.Of(product.ImageUrl),
    };
}
