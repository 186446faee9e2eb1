using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Search;

/// <summary>Runs a search in the store's index and cuts one page out of it.</summary>
internal sealed class SearchPage(CatalogDbContext db, ISearchSql sql, IOptions<ShopOptions> shop)
{
    public Task<MatchedPage> MatchingAsync(string match, PriceFilter filter, int limit, int offset, CancellationToken cancellationToken) =>
        CutAsync(filter.IsOpen ? sql.Matching : sql.MatchingPriced, match, filter, limit, offset, cancellationToken);

    public Task<MatchedPage> PopularAsync(PriceFilter filter, int limit, int offset, CancellationToken cancellationToken) =>
        CutAsync(filter.IsOpen ? sql.Popular : sql.PopularPriced, null, filter, limit, offset, cancellationToken);

    private async Task<MatchedPage> CutAsync(
        SearchStatement statement, string? match, PriceFilter filter, int limit, int offset, CancellationToken cancellationToken)
    {
        object[] arguments = [match!, filter.Min!, filter.Max!, shop.Value.Currency, limit, offset];
        var total = await db.Database.SqlQueryRaw<int>(statement.Count, arguments).SingleAsync(cancellationToken);
        var positions = offset >= total ? [] : await db.Database.SqlQueryRaw<long>(statement.Page, arguments).ToListAsync(cancellationToken);
        return new MatchedPage(positions, total);
    }
}

/// <summary>Bounds on a variant's price in minor units of the shop's currency; null is no bound.</summary>
internal sealed record PriceFilter(long? Min, long? Max)
{
    public bool IsOpen => Min is null && Max is null;

    /// <summary>Within both.</summary>
    public PriceFilter And(PriceFilter other) => new(Min is null || other.Min > Min ? other.Min ?? Min : Min, Max is null || other.Max < Max ? other.Max ?? Max : Max);
}

/// <summary>The positions of one page's products, best first, and how many match in all.</summary>
internal sealed record MatchedPage(IReadOnlyList<long> Positions, int Total)
{
    public static readonly MatchedPage Empty = new([], 0);
}
