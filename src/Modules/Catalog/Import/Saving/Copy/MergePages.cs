using System.Runtime.CompilerServices;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Import.Saving.Copy;

/// <summary>Reads a long list a page at a time while the same transaction goes on writing: a cursor keeps what it saw when it was opened.</summary>
internal sealed class MergePages(CatalogDbContext db)
{
    private const int Page = 1000;

    /// <param name="cursor">A name of its own.</param>
    /// <param name="select">What is read; never of somebody's text.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async IAsyncEnumerable<List<T>> OfAsync<T>(string cursor, string select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
#pragma warning disable EF1002 // Neither a cursor's name nor what it reads can be a parameter; both are constants of this folder.
        await db.Database.ExecuteSqlRawAsync($"DECLARE {cursor} NO SCROLL CURSOR FOR {select}", cancellationToken);
        while (await db.Database.SqlQueryRaw<T>($"FETCH {Page} FROM {cursor}").ToListAsync(cancellationToken) is { Count: > 0 } page)
            yield return page;
        await db.Database.ExecuteSqlRawAsync($"CLOSE {cursor}", cancellationToken);
#pragma warning restore EF1002
    }
}
