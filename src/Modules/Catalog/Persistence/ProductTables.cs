using System.Text.Encodings.Web;
using System.Text.Json;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>Products and their variants.</summary>
internal static class ProductTables
{
    // Readable in the table: "größe", not escapes.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(ModelBuilder model)
    {
        model.Entity<Product>(product =>
        {
            product.ToTable("products").HasKey(x => x.Id);
            product.Property(x => x.Id).HasMaxLength(Product.LongestId);
            product.Property(x => x.Title).HasMaxLength(Product.LongestTitle);
            product.Property(x => x.Brand).HasMaxLength(Product.LongestName);
            product.Property(x => x.Category).HasMaxLength(Product.LongestName);
            product.HasIndex(x => x.Position).IsUnique();
            product.HasMany(x => x.Variants).WithOne().HasForeignKey(x => x.ProductId);
        });
        model.Entity<ProductSales>(sales =>
        {
            sales.ToTable("sales").HasKey(x => x.ProductId);
            sales.Property(x => x.ProductId).HasMaxLength(Product.LongestId);
            sales.HasIndex(x => new { x.Sold, x.Position }).IsDescending(true, false);
            sales.HasOne<Product>().WithOne().HasForeignKey<ProductSales>(x => x.ProductId);
        });
        model.Entity<Variant>(variant =>
        {
            variant.ToTable("variants").HasKey(x => x.Sku);
            variant.Property(x => x.Sku).HasMaxLength(Variant.LongestSku);
            variant.Property(x => x.Currency).HasMaxLength(3);
            variant.Property(x => x.Options).HasConversion(options => Write(options), text => Read(text), SameOptions);
            variant.HasOne(x => x.Stock).WithOne().HasForeignKey<StockItem>(x => x.Sku);
            variant.Navigation(x => x.Stock).IsRequired();
        });
    }

    private static ValueComparer<IReadOnlyDictionary<string, string>> SameOptions { get; } = new(
        (left, right) => Write(left) == Write(right),
        options => Write(options).GetHashCode(StringComparison.Ordinal),
        options => options);

    private static string Write(IReadOnlyDictionary<string, string>? options) => JsonSerializer.Serialize(options, Json);

    private static Dictionary<string, string> Read(string text) => JsonSerializer.Deserialize<Dictionary<string, string>>(text, Json) ?? [];
}
