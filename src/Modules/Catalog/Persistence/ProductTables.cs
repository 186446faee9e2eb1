using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Stock;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>Products, their variants and categories, and who changed what.</summary>
internal static class ProductTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Product>(product =>
        {
            product.ToTable("products").HasKey(x => x.Id);
            product.Property(x => x.Id).HasMaxLength(Product.LongestId);
            product.Property(x => x.Title).HasMaxLength(Product.LongestTitle);
            product.Property(x => x.Brand).HasMaxLength(Product.LongestName);
            product.Property(x => x.Category).HasMaxLength(Product.LongestName);
            product.Property(x => x.Slug).HasMaxLength(Slug.Longest);
            product.Property(x => x.Status).HasConversion<string>().HasMaxLength(10);
            product.Property(x => x.Version).IsConcurrencyToken();
            product.Property(x => x.Attributes).AsJson();
            product.Property(x => x.Tags).AsJson();
            product.Property(x => x.Media).AsJson();
            product.Property(x => x.Texts).AsJson();
            product.HasIndex(x => x.Position).IsUnique();
            product.HasIndex(x => x.Slug).IsUnique();
            product.HasIndex(x => x.Category);
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
            variant.Property(x => x.Barcode).HasMaxLength(Variant.LongestBarcode);
            variant.Property(x => x.TaxClass).HasMaxLength(Product.LongestName);
            variant.Property(x => x.Options).AsJson();
            variant.Property(x => x.OtherPrices).AsJson();
            variant.HasOne(x => x.Stock).WithOne().HasForeignKey<StockItem>(x => x.Sku);
            variant.Navigation(x => x.Stock).IsRequired();
        });
        model.Entity<ProductCategory>(category =>
        {
            category.ToTable("categories").HasKey(x => x.Name);
            category.Property(x => x.Name).HasMaxLength(Product.LongestName);
            category.Property(x => x.Parent).HasMaxLength(Product.LongestName);
            category.HasOne<ProductCategory>().WithMany().HasForeignKey(x => x.Parent).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit").HasKey(x => x.Id);
            entry.Property(x => x.Who).HasMaxLength(200);
            entry.Property(x => x.Kind).HasMaxLength(20);
            entry.Property(x => x.ProductId).HasMaxLength(Product.LongestId);
            entry.Property(x => x.Sku).HasMaxLength(Variant.LongestSku);
            entry.Property(x => x.Currency).HasMaxLength(3);
            entry.Property(x => x.From).HasMaxLength(30);
            entry.Property(x => x.To).HasMaxLength(30);
            entry.Property(x => x.Reason).HasMaxLength(200);
            entry.HasIndex(x => new { x.Sku, x.Id });
            entry.HasIndex(x => new { x.ProductId, x.Id });
        });
    }
}
