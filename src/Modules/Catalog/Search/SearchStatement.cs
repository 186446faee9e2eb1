namespace EcommerceBot.Catalog.Search;

/// <summary>A search as SQL: one statement for a page of it, one for the number of matches.</summary>
/// <remarks>Parameters: {0} match, {1} lowest price, {2} highest price, {3} currency, {4} limit, {5} offset.</remarks>
internal sealed record SearchStatement(string Page, string Count)
{
    /// <summary>Matches that are ranked and counted; nobody turns to page one hundred.</summary>
    public const int Window = 1000;

    private const string Priced =
        "EXISTS (SELECT 1 FROM catalog_variants v WHERE v.product_id = p.id AND v.currency = {3} "
        + "AND v.price >= coalesce({1}, 0) AND v.price <= coalesce({2}, v.price))";

    private const string InStock =
        "EXISTS (SELECT 1 FROM catalog_variants v JOIN catalog_stock s ON s.sku = v.sku WHERE v.product_id = p.id AND s.on_hand > s.reserved)";

    public static readonly SearchStatement Matching = Ranked("catalog_search m WHERE m.catalog_search MATCH {0}");

    public static readonly SearchStatement MatchingPriced =
        Ranked("catalog_search m JOIN catalog_products p ON p.position = m.rowid WHERE m.catalog_search MATCH {0} AND " + Priced);

    public static readonly SearchStatement Popular = BySales("true");

    public static readonly SearchStatement PopularPriced = BySales(Priced);

    // A word in the title says most, one in the description least. FTS5 ranks are negative, best lowest: what cannot be bought loses a
    // fifth of its rank, so it stands behind its near-equals but not behind what hardly matches.
    private static SearchStatement Ranked(string matches) => new(
        "SELECT b.rowid AS \"Value\" FROM ("
        + $"SELECT m.rowid, m.rank FROM {matches} AND m.rank MATCH 'bm25(10.0, 4.0, 5.0, 3.0, 1.0)' ORDER BY m.rank LIMIT {Window}) b "
        + "JOIN catalog_products p ON p.position = b.rowid "
        + $"ORDER BY b.rank * CASE WHEN {InStock} THEN 1.0 ELSE 0.8 END, b.rowid LIMIT {{4}} OFFSET {{5}}",
        $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM {matches} LIMIT {Window})");

    // Two walks along the index of sales; the second begins only where the first does not fill the page. LIMIT -1 keeps their order.
    private static SearchStatement BySales(string priced) => new(
        $"SELECT position AS \"Value\" FROM (SELECT p.position FROM catalog_products p WHERE {priced} AND {InStock} ORDER BY p.sold DESC, p.position LIMIT -1) "
        + $"UNION ALL SELECT position FROM (SELECT p.position FROM catalog_products p WHERE {priced} AND NOT {InStock} ORDER BY p.sold DESC, p.position LIMIT -1) "
        + "LIMIT {4} OFFSET {5}",
        $"SELECT count(*) AS \"Value\" FROM catalog_products p WHERE {priced}");
}
