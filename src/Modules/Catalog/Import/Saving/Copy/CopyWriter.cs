using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving.Copy;

/// <summary>
/// PostgreSQL's: everything goes by COPY into tables of this transaction, and one merge brings the shop to them. Until the merge nothing of the shop
/// is touched; during it only what changes is locked, stock at the very end and in the order in which checkouts take it.
/// </summary>
internal sealed class CopyWriter(
    CatalogDbContext db, StagingTables staging, MergePages pages, ChangedDocuments documents, StockCounts counts, IPublishEndpoint events, TimeProvider time) : ICatalogWriter
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public ImportCounts Counts { get; private set; } = ImportCounts.None;

    public Task BeginAsync(CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(MergeSql.Stage, cancellationToken);

    public Task WriteAsync(IReadOnlyList<CatalogEntry> entries, ImportSettings settings, ImportFaults faults, CancellationToken cancellationToken) =>
        staging.CopyAsync(entries, cancellationToken);

    public async Task FinishAsync(ImportSettings settings, ImportFaults faults, CancellationToken cancellationToken)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestWait);
        try
        {
            await db.Database.ExecuteSqlRawAsync(MergeSql.Alone, cancellationToken);
            await RefuseStrangersAsync(faults, cancellationToken);
            if (!faults.Any || settings.KeepGoing)
                await MergeAsync(settings, cancellationToken);
        }
        finally
        {
            db.Database.SetCommandTimeout(usual);
        }
    }

    /// <summary>A SKU stays with its product: moving it would change what lies in carts and on orders.</summary>
    private async Task RefuseStrangersAsync(ImportFaults faults, CancellationToken cancellationToken)
    {
        var any = false;
        await foreach (var stranger in db.Database.SqlQueryRaw<Stranger>(MergeSql.Strangers).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            any = true;
            faults.Add(stranger.Line, $"the SKU {Quote.Short(stranger.Sku)} of product {Quote.Short(stranger.Product)} belongs already to product {Quote.Short(stranger.Owner)} in the shop.");
        }
        if (any)
            await db.Database.ExecuteSqlRawAsync(MergeSql.DropStrangers, cancellationToken);
    }

    private async Task MergeAsync(ImportSettings settings, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlRawAsync(MergeSql.Compare, cancellationToken);
        Counts = await db.Database.SqlQueryRaw<ImportCounts>(MergeSql.Count).SingleAsync(cancellationToken);
        await documents.TakeOutAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(AuditSql.Insert, [settings.By, now], cancellationToken);
        var isFirst = await db.Database.SqlQueryRaw<bool>(MergeSql.IsFirst).SingleAsync(cancellationToken);
        if (isFirst)
            await db.Database.ExecuteSqlRawAsync(MergeSql.DropIndexes, cancellationToken);
        foreach (var statement in MergeSql.Products)
            await db.Database.ExecuteSqlRawAsync(statement, [now, settings.Stock], cancellationToken);
        if (isFirst)
            await db.Database.ExecuteSqlRawAsync(MergeSql.MakeIndexes, cancellationToken);
        await documents.PutInAsync(cancellationToken);
        await foreach (var changed in pages.OfAsync<string>("import_changes", MergeSql.Changed, cancellationToken))
            await TellAsync(changed, now, cancellationToken);
        await foreach (var recounted in pages.OfAsync<Recounted>("import_counts", MergeSql.Recounted, cancellationToken))
            await counts.ApplyAsync(recounted.ToDictionary(x => x.Sku, x => x.Pieces, StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>A page's messages are one INSERT; the relay takes them a batch at a time, however many the import has written.</summary>
    private async Task TellAsync(IReadOnlyList<string> products, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var product in products)
            await events.Publish(new ProductChanged { ProductId = product, ChangedAt = now }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record Stranger(int Line, string Sku, string Product, string Owner);

    private sealed record Recounted(string Sku, int Pieces);
}
