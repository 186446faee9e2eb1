using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Search;

/// <summary>Asks the store's index.</summary>
internal sealed class SearchPage(CatalogDbContext db, ISearchSql sql, IOptions<ShopOptions> shop)
{
    /// <summary>The best matches with their scores, best first.</summary>
    /// <param name="match">What must match.</param>
    /// <param name="preferred">What counts more.</param>
    /// <param name="filter">Bounds on the price.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<List<ScoredProduct>> MatchingAsync(string match, string preferred, PriceFilter filter, CancellationToken cancellationToken)
    {
        object[] arguments = [match, filter.Min!, filter.Max!, shop.Value.Currency, preferred];
        return db.Database.SqlQueryRaw<ScoredProduct>(filter.IsOpen ? sql.Matching : sql.MatchingPriced, arguments).ToListAsync(cancellationToken);
    }

    /// <summary>Positions of the most popular products, and how many products there are.</summary>
    public async Task<(IReadOnlyList<long> Positions, int Total)> PopularAsync(PriceFilter filter, int limit, int offset, CancellationToken cancellationToken)
    {
        var statement = filter.IsOpen ? sql.Popular : sql.PopularPriced;
        object[] arguments = [null!, filter.Min!, filter.Max!, shop.Value.Currency, limit, offset];
        var total = await db.Database.SqlQueryRaw<int>(statement.Count, arguments).SingleAsync(cancellationToken);
        return (offset >= total ? [] : await db.Database.SqlQueryRaw<long>(statement.Page, arguments).ToListAsync(cancellationToken), total);
    }
}

/// <summary>A product by its place in the catalog, and how well it matches: more is better, and only differences within one answer mean something.</summary>
internal sealed record ScoredProduct(long Position, double Score);

/// <summary>Bounds on a variant's price in minor units of the shop's currency; null is no bound.</summary>
internal sealed record PriceFilter(long? Min, long? Max)
{
    public bool IsOpen => Min is null && Max is null;

    /// <summary>Within both.</summary>
    public PriceFilter And(PriceFilter other) => new(Min is null || other.Min > Min ? other.Min ?? Min : Min, Max is null || other.Max < Max ? other.Max ?? Max : Max);
}
