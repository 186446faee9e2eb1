using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Policies;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Stock;
using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>Products, stock and reservations, the shop's documents. The search index stands beside them in the same store, written by <c>Search/SearchIndex</c>.</summary>
internal abstract class CatalogDbContext(DbContextOptions options) : ModuleDbContext(options, Module)
{
    public const string Module = "catalog";

    public DbSet<Product> Products => Set<Product>();
    public DbSet<ProductSales> Sales => Set<ProductSales>();
    public DbSet<Variant> Variants => Set<Variant>();
    public DbSet<StockItem> Stock => Set<StockItem>();
    public DbSet<Reservation> Reservations => Set<Reservation>();
    public DbSet<ReservedLine> ReservedLines => Set<ReservedLine>();
    public DbSet<StockRequest> StockRequests => Set<StockRequest>();
    public DbSet<ProductCategory> Categories => Set<ProductCategory>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Policy> Policies => Set<Policy>();
    public DbSet<Passage> Passages => Set<Passage>();
    public DbSet<Synonym> Synonyms => Set<Synonym>();

    protected override void Map(ModelBuilder model)
    {
        ProductTables.Map(model);
        StockTables.Map(model);
        SynonymTable.Map(model);
        PolicyTables.Map(model);
    }
}

internal sealed class SqliteCatalogDbContext(DbContextOptions<SqliteCatalogDbContext> options) : CatalogDbContext(options);

internal sealed class PostgresCatalogDbContext(DbContextOptions<PostgresCatalogDbContext> options) : CatalogDbContext(options);
