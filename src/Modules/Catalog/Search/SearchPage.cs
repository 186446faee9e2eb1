using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Search;

/// <summary>Runs a search in the store's index and cuts one page out of it.</summary>
internal sealed class SearchPage(CatalogDbContext db, IOptions<ShopOptions> shop)
{
    /// <summary>Matches that are ranked and counted; nobody turns to page one hundred.</summary>
    private const int Window = 1000;

    // Parameters of every statement below: {0} match, {1} lowest price, {2} highest price, {3} currency, {4} limit, {5} offset.
    private const string Priced =
        "({1} IS NULL AND {2} IS NULL OR EXISTS (SELECT 1 FROM catalog_variants v WHERE v.product_id = p.id AND v.currency = {3} "
        + "AND v.price >= coalesce({1}, 0) AND v.price <= coalesce({2}, v.price)))";

    private const string InStock =
        "EXISTS (SELECT 1 FROM catalog_variants v JOIN catalog_stock s ON s.sku = v.sku WHERE v.product_id = p.id AND s.on_hand > s.reserved)";

    // A word in the title says most, one in the description least. FTS5 ranks are negative, best lowest: what cannot be bought loses a
    // fifth of its rank, so it stands behind its near-equals but not behind what hardly matches.
    private const string Best =
        "SELECT p.position, m.rank FROM catalog_search m JOIN catalog_products p ON p.position = m.rowid "
        + "WHERE m.catalog_search MATCH {0} AND m.rank MATCH 'bm25(10.0, 4.0, 5.0, 3.0, 1.0)' AND " + Priced + " ORDER BY m.rank LIMIT 1000";

    private const string Ranked =
        "SELECT b.position AS \"Value\" FROM (" + Best + ") b JOIN catalog_products p ON p.position = b.position "
        + "ORDER BY b.rank * CASE WHEN " + InStock + " THEN 1.0 ELSE 0.8 END, b.position LIMIT {4} OFFSET {5}";

    private const string Counted =
        "SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM catalog_search m JOIN catalog_products p ON p.position = m.rowid WHERE m.catalog_search MATCH {0} AND " + Priced + " LIMIT 1000)";

    private const string Popular =
        "SELECT p.position AS \"Value\" FROM catalog_products p WHERE {0} IS NULL AND " + Priced
        + " ORDER BY " + InStock + " DESC, p.sold DESC, p.position LIMIT {4} OFFSET {5}";

    private const string PopularCounted = "SELECT count(*) AS \"Value\" FROM catalog_products p WHERE {0} IS NULL AND " + Priced;

    public Task<MatchedPage> MatchingAsync(string match, PriceFilter filter, int limit, int offset, CancellationToken cancellationToken) =>
        CutAsync(Ranked, Counted, match, filter, limit, Math.Min(offset, Window), cancellationToken);

    public Task<MatchedPage> PopularAsync(PriceFilter filter, int limit, int offset, CancellationToken cancellationToken) =>
        CutAsync(Popular, PopularCounted, null, filter, limit, offset, cancellationToken);

    private async Task<MatchedPage> CutAsync(
        string ranked, string counted, string? match, PriceFilter filter, int limit, int offset, CancellationToken cancellationToken)
    {
        object[] arguments = [match!, filter.Min!, filter.Max!, shop.Value.Currency, limit, offset];
        var total = await db.Database.SqlQueryRaw<int>(counted, arguments).SingleAsync(cancellationToken);
        var positions = total == 0 ? [] : await db.Database.SqlQueryRaw<long>(ranked, arguments).ToListAsync(cancellationToken);
        return new MatchedPage(positions, total);
    }
}

/// <summary>Bounds on a variant's price in minor units of the shop's currency; null is no bound.</summary>
internal sealed record PriceFilter(long? Min, long? Max);

/// <summary>The positions of one page's products, best first, and how many match in all.</summary>
internal sealed record MatchedPage(IReadOnlyList<long> Positions, int Total)
{
    public static readonly MatchedPage Empty = new([], 0);
}
