using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Search;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving;

/// <summary>The embedded store's: a batch at a time through EF. Every write transaction is the only one there, so nobody waits for the end.</summary>
internal sealed class RowWriter(CatalogDbContext db, ProductMerge merges, SearchIndex index, StockCounts counts, IPublishEndpoint events, TimeProvider time) : ICatalogWriter
{
    private long? _lastPosition;
    private HashSet<string> _takenSlugs = [];

    public ImportCounts Counts { get; private set; } = ImportCounts.None;

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task WriteAsync(IReadOnlyList<CatalogEntry> entries, ImportSettings settings, ImportFaults faults, CancellationToken cancellationToken)
    {
        var products = await LoadAsync(entries, cancellationToken);
        var strangers = await CheckOwnersAsync(entries, faults, cancellationToken);
        if (faults.Any && !settings.KeepGoing)
            return;
        entries = strangers.Count == 0 ? entries : [.. entries.Where(entry => !strangers.Contains(entry.Id))];
        var slugs = entries.Where(entry => !products.ContainsKey(entry.Id)).Select(entry => Slug.Of(entry.Id, entry.Title)).ToList();
        _takenSlugs = [.. await db.Products.Where(x => slugs.Contains(x.Slug!)).Select(x => x.Slug!).ToListAsync(cancellationToken)];
        List<SearchDocument> old = [], current = [];
        foreach (var entry in entries)
        {
            var known = products.GetValueOrDefault(entry.Id);
            var product = known ?? await AddAsync(entry, cancellationToken);
            var before = known is null ? null : ProductShelf.DocumentOf(product);
            var merge = merges.Apply(entry, product, settings);
            Count(entry, known, merge);
            if (merge.Offer)
                await ChangeAsync(product, isNew: known is null, cancellationToken);
            var after = ProductShelf.DocumentOf(product);
            if (before == after)
                continue;
            if (before is not null)
                old.Add(before);
            if (after is not null)
                current.Add(after);
            if (before is null || after is null)
                await ShelveAsync(product, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await index.ReplaceAsync(old, current, cancellationToken);
        await counts.ApplyAsync(merges.TakeCounts(), cancellationToken);
        db.ChangeTracker.Clear();
    }

    public Task FinishAsync(ImportSettings settings, ImportFaults faults, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<Dictionary<string, Product>> LoadAsync(IEnumerable<CatalogEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.Select(entry => entry.Id).ToList();
        return db.Products.WithVariants().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>A SKU stays with its product: moving it would change what lies in carts and on orders. Answers the products of which one would move.</summary>
    private async Task<HashSet<string>> CheckOwnersAsync(IEnumerable<CatalogEntry> entries, ImportFaults faults, CancellationToken cancellationToken)
    {
        var wanted = entries.SelectMany(entry => entry.Variants, (entry, variant) => (variant.Sku, variant.Line, entry.Id)).ToList();
        var skus = wanted.Select(variant => variant.Sku).ToList();
        var owners = await db.Variants.AsNoTracking().Where(x => skus.Contains(x.Sku))
            .Select(x => new { x.Sku, x.ProductId }).ToDictionaryAsync(x => x.Sku, x => x.ProductId, StringComparer.Ordinal, cancellationToken);
        var strangers = wanted.Where(variant => owners.TryGetValue(variant.Sku, out var owner) && owner != variant.Id).ToList();
        foreach (var (sku, line, id) in strangers)
            faults.Add(line, $"the SKU {Quote.Short(sku)} of product {Quote.Short(id)} belongs already to product {Quote.Short(owners[sku])} in the shop.");
        return [.. strangers.Select(variant => variant.Id)];
    }

    private async Task<Product> AddAsync(CatalogEntry entry, CancellationToken cancellationToken)
    {
        _lastPosition = (_lastPosition ?? await db.Products.MaxAsync(x => (long?)x.Position, cancellationToken) ?? 0) + 1;
        var product = new Product { Id = entry.Id, Position = _lastPosition.Value, Title = entry.Title, Description = entry.Description };
        var slug = Slug.Of(entry.Id, entry.Title);
        product.Slug = _takenSlugs.Contains(slug) ? null : slug;
        db.Add(product);
        return product;
    }

    private async Task ChangeAsync(Product product, bool isNew, CancellationToken cancellationToken)
    {
        product.Version += isNew ? 0 : 1;
        product.UpdatedAt = time.GetUtcNow();
        await events.Publish(new ProductChanged { ProductId = product.Id, ChangedAt = product.UpdatedAt }, cancellationToken);
    }

    /// <summary>Only what is active is sold; see <see cref="ProductShelf"/>.</summary>
    private async Task ShelveAsync(Product product, CancellationToken cancellationToken)
    {
        var sales = product.Version == 1 ? null : await db.Sales.SingleOrDefaultAsync(x => x.ProductId == product.Id, cancellationToken);
        if (product.Status == ProductStatus.Active && sales is null)
            db.Add(new ProductSales { ProductId = product.Id, Position = product.Position, Sold = product.SoldBefore });
        if (product.Status != ProductStatus.Active && sales is not null)
        {
            product.SoldBefore = sales.Sold;
            db.Remove(sales);
        }
    }

    private void Count(CatalogEntry entry, Product? known, MergeOutcome merge) => Counts = new ImportCounts(
        Counts.Created + (known is null ? 1 : 0), Counts.Updated + (known is not null && merge.Any ? 1 : 0), Counts.Unchanged + (known is not null && !merge.Any ? 1 : 0),
        Counts.Variants + entry.Variants.Count);
}
