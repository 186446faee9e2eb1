using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Search;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving.Copy;

/// <summary>
/// The index entries of known products whose words change. They tell of all variants, also of those that the file does not mention, and are made of
/// plain words, which only the program can cut: so they are taken out before the merge and made anew of what stands in the shop after it.
/// </summary>
internal sealed class ChangedDocuments(CatalogDbContext db, MergePages pages, SearchIndex index)
{
    public Task TakeOutAsync(CancellationToken cancellationToken) => EachAsync("import_old", documents => index.ReplaceAsync(documents, [], cancellationToken), cancellationToken);

    public Task PutInAsync(CancellationToken cancellationToken) => EachAsync("import_new", documents => index.ReplaceAsync([], documents, cancellationToken), cancellationToken);

    private async Task EachAsync(string cursor, Func<IReadOnlyCollection<SearchDocument>, Task> write, CancellationToken cancellationToken)
    {
        await foreach (var ids in pages.OfAsync<string>(cursor, MergeSql.Reworded, cancellationToken))
        {
            var products = await db.Products.AsNoTracking().Where(x => ids.Contains(x.Id)).WithVariants().ToListAsync(cancellationToken);
            await write([.. products.Select(ProductShelf.DocumentOf).OfType<SearchDocument>()]);
        }
    }
}
