using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Search;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>Brings the shop to what checked entries say, a batch at a time inside the caller's transaction: products, stock, search index, events.</summary>
internal sealed class CatalogWriter(
    CatalogDbContext db, IImportSql sql, SearchIndex index, StockCounts counts, IPublishEndpoint events, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private long? _lastPosition;

    public int Created { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Variants { get; private set; }

    /// <summary>Once at the beginning of the transaction: two imports would give the same positions away.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (sql.Alone is not { } alone)
            return;
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestWait);
        await db.Database.ExecuteSqlRawAsync(alone, cancellationToken);
        db.Database.SetCommandTimeout(usual);
    }

    public async Task WriteAsync(IReadOnlyCollection<CatalogEntry> entries, ImportSettings settings, ImportFaults faults, CancellationToken cancellationToken)
    {
        var products = await LoadAsync(entries, cancellationToken);
        await CheckOwnersAsync(entries, faults, cancellationToken);
        if (faults.Any)
            return;
        List<SearchDocument> old = [], current = [];
        foreach (var entry in entries)
        {
            Variants += entry.Variants.Count;
            var known = products.GetValueOrDefault(entry.Id);
            var product = known ?? await AddAsync(entry, cancellationToken);
            var before = known is null ? null : SearchDocument.Of(product);
            var merge = ProductMerge.Apply(entry, product, settings.Stock, counts);
            Count(known, merge);
            if (merge.Offer)
                await events.Publish(new ProductChanged { ProductId = product.Id, ChangedAt = time.GetUtcNow() }, cancellationToken);
            var after = SearchDocument.Of(product);
            if (before == after)
                continue;
            if (before is not null)
                old.Add(before);
            current.Add(after);
        }
        await db.SaveChangesAsync(cancellationToken);
        await index.ReplaceAsync(old, current, cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Once at its end.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => counts.ApplyAsync(cancellationToken);

    private Task<Dictionary<string, Product>> LoadAsync(IEnumerable<CatalogEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(entry => entry.Id).ToList();
        return db.Products.WithVariants().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>A SKU stays with its product: moving it would change what lies in carts and on orders.</summary>
    private async Task CheckOwnersAsync(IEnumerable<CatalogEntry> entries, ImportFaults faults, CancellationToken cancellationToken)
    {
        var wanted = entries.SelectMany(entry => entry.Variants, (entry, variant) => (variant.Sku, variant.Line, entry.Id)).ToList();
        var skus = wanted.Select(variant => variant.Sku).ToList();
        var owners = await db.Variants.AsNoTracking().Where(x => skus.Contains(x.Sku))
            .Select(x => new { x.Sku, x.ProductId }).ToDictionaryAsync(x => x.Sku, x => x.ProductId, StringComparer.Ordinal, cancellationToken);
        foreach (var (sku, line, id) in wanted.Where(variant => owners.TryGetValue(variant.Sku, out var owner) && owner != variant.Id))
            faults.Add(line, $"the SKU {Quote.Short(sku)} of product {Quote.Short(id)} belongs already to product {Quote.Short(owners[sku])} in the shop.");
    }

    private async Task<Product> AddAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        _lastPosition = (_lastPosition ?? await db.Products.MaxAsync(x => (long?)x.Position, cancellationToken) ?? 0) + 1;
        var product = new Product { Id = entry.Id, Position = _lastPosition.Value, Title = entry.Title, Description = entry.Description };
        db.Add(product);
        db.Add(new ProductSales { ProductId = product.Id, Position = product.Position });
        return product;
    }

    private void Count(Product? known, MergeOutcome merge)
    {
        if (known is null)
            Created++;
        else if (merge.Any)
            Updated++;
        else
            Unchanged++;
    }
}
