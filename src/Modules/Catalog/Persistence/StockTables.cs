using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Stock;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>Stock and what is held of it. The checks are the last line of defence: a wrong update fails instead of selling what is not there.</summary>
internal static class StockTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StockItem>(stock =>
        {
            stock.ToTable("stock", table => table.HasCheckConstraint("ck_catalog_stock", "reserved >= 0 AND on_hand >= reserved"));
            stock.HasKey(x => x.Sku);
            stock.Property(x => x.Sku).HasMaxLength(Variant.LongestSku);
        });
        model.Entity<Reservation>(reservation =>
        {
            reservation.ToTable("reservations").HasKey(x => x.CheckoutId);
            reservation.Property(x => x.CheckoutId).ValueGeneratedNever();
            reservation.Property(x => x.Status).HasConversion<string>().HasMaxLength(20);
            reservation.HasIndex(x => new { x.Status, x.ExpiresAt });
            reservation.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.CheckoutId);
        });
        model.Entity<StockRequest>(request =>
        {
            request.ToTable("stock_requests").HasKey(x => x.Key);
            request.Property(x => x.Key).HasMaxLength(StockRequest.LongestKey);
        });
        model.Entity<ReservedLine>(line =>
        {
            line.ToTable("reserved_lines", table => table.HasCheckConstraint("ck_catalog_reserved_lines", "quantity > 0"));
            line.HasKey(x => new { x.CheckoutId, x.Sku });
            line.Property(x => x.Sku).HasMaxLength(Variant.LongestSku);
        });
    }
}
