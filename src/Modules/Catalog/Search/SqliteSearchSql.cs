namespace EcommerceBot.Catalog.Search;

/// <summary>FTS5: contentless documents whose row id is the product's position, and a table of trigrams beside the vocabulary.</summary>
internal sealed class SqliteSearchSql : ISearchSql
{
    private const string Priced =
        "EXISTS (SELECT 1 FROM catalog_variants v WHERE v.product_id = p.id AND v.currency = {3} "
        + "AND v.price >= coalesce({1}, 0) AND v.price <= coalesce({2}, v.price))";

    private const string InStock =
        "EXISTS (SELECT 1 FROM catalog_variants v JOIN catalog_stock s ON s.sku = v.sku WHERE v.product_id = p.id AND s.on_hand > s.reserved)";

    private const string Sales = "(SELECT product_id AS id, position, sold FROM catalog_sales)";

    public string Matching { get; } = Ranked("catalog_search m WHERE m.catalog_search MATCH {0}");

    public string MatchingPriced { get; } =
        Ranked("catalog_search m JOIN catalog_products p ON p.position = m.rowid WHERE m.catalog_search MATCH {0} AND " + Priced);

    // Lower than PostgreSQL's, for bm25 lets a rare word weigh many times what a common one does.
    public double Close => 0.15;

    public SearchStatement Popular { get; } = BySales("true");

    public SearchStatement PopularPriced { get; } = BySales(Priced);

    public string Look =>
        """
        SELECT w.word AS "word", w.products AS "products", NULL AS "means" FROM json_each({0}) k JOIN catalog_search_words w ON w.word = k.value WHERE w.products > 0
        UNION ALL SELECT s.word, 0, s.means FROM json_each({0}) k JOIN catalog_synonyms s ON s.word = k.value
        """;

    public string Between =>
        "SELECT word AS \"Value\" FROM catalog_search_words WHERE word >= {0} AND word < {1} AND products > 0 ORDER BY products DESC, word LIMIT 20";

    public string Finds => "SELECT rowid AS \"Value\" FROM catalog_search WHERE catalog_search MATCH {0} LIMIT 1";

    // Candidates share most trigrams with the word; twice this many hardly ever hold a better one.
    public string Nearest =>
        """
        SELECT w.word AS "word", w.products AS "products" FROM catalog_search_grams g JOIN catalog_search_words w ON w.word = g.word
        WHERE g.gram IN (SELECT value FROM json_each({0})) AND g.length BETWEEN {1} AND {2} AND w.products > 0
        GROUP BY w.word ORDER BY count(*) DESC, w.products DESC LIMIT 50
        """;

    public string DeleteDocuments => "DELETE FROM catalog_search WHERE rowid IN (SELECT value FROM json_each({0}))";

    public string InsertDocuments =>
        """
        INSERT INTO catalog_search (rowid, title, brand, category, options, description)
        SELECT value ->> 'position', value ->> 'title', value ->> 'brand', value ->> 'category', value ->> 'options', value ->> 'description' FROM json_each({0})
        """;

    public string UnknownWords => "SELECT key AS \"Value\" FROM json_each({0}) WHERE key NOT IN (SELECT word FROM catalog_search_words)";

    public string CountWords =>
        """
        INSERT INTO catalog_search_words (word, products) SELECT key, value FROM json_each({0}) WHERE true
        ON CONFLICT (word) DO UPDATE SET products = products + excluded.products
        """;

    public string InsertTrigrams =>
        "INSERT INTO catalog_search_grams (gram, length, word) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each({0})";

    public string Word(string word) => $"\"{word}\"";

    public string All(IEnumerable<string> terms) => string.Join(" AND ", terms);

    public string Any(IEnumerable<string> terms) => string.Join(" OR ", terms);

    // A word in the title says most, one in the description least. FTS5 ranks are negative, best lowest; they are turned round here. The shopper's
    // own words count half as much again as their synonyms, what cannot be bought loses a fifth, what sells well gains up to a fifth.
    private static string Ranked(string matches) =>
        "SELECT b.rowid AS \"position\", b.score * CASE WHEN p.id IS NULL THEN 1.0 ELSE "
        + $"(CASE WHEN {InStock} THEN 1.0 ELSE 0.8 END) * (1.0 + 0.2 * coalesce((SELECT s.sold / (s.sold + 50.0) FROM catalog_sales s WHERE s.product_id = p.id), 0)) END AS \"score\" "
        + "FROM (SELECT r.rowid, r.score, row_number() OVER (ORDER BY r.score DESC, r.rowid) AS n FROM ("
        + "SELECT m.rowid, -m.rank * CASE WHEN m.rowid IN (SELECT o.rowid FROM catalog_search o WHERE o.catalog_search MATCH {4}) THEN 1.5 ELSE 1.0 END AS score "
        + $"FROM {matches} AND m.rank MATCH 'bm25(10.0, 4.0, 5.0, 3.0, 1.0)' ORDER BY m.rank LIMIT {SearchStatement.Ranked}) r ORDER BY r.score DESC, r.rowid LIMIT {SearchStatement.Window}) b "
        + $"LEFT JOIN catalog_products p ON p.position = b.rowid AND b.n <= {SearchStatement.Weighed} ORDER BY 2 DESC, 1";

    // Two walks along the index of sales; the second begins only where the first does not fill the page. LIMIT -1 keeps their order.
    private static SearchStatement BySales(string priced) => new(
        $"SELECT position AS \"Value\" FROM (SELECT p.position FROM {Sales} p WHERE {priced} AND {InStock} ORDER BY p.sold DESC, p.position LIMIT -1) "
        + $"UNION ALL SELECT position FROM (SELECT p.position FROM {Sales} p WHERE {priced} AND NOT {InStock} ORDER BY p.sold DESC, p.position LIMIT -1) "
        + "LIMIT {4} OFFSET {5}",
        $"SELECT count(*) AS \"Value\" FROM {Sales} p WHERE {priced}");
}
