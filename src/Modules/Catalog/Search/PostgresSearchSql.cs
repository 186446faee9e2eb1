namespace EcommerceBot.Catalog.Search;

/// <summary>tsvector documents under GIN, each word in the weight of its field, and a vocabulary under a pg_trgm index that walks from the nearest word on.</summary>
internal sealed class PostgresSearchSql : ISearchSql
{
    /// <summary>The weighted words of a row with the fields of a <see cref="SearchDocument"/>.</summary>
    public const string Document =
        "setweight(to_tsvector('catalog.words', title), 'A') || setweight(to_tsvector('catalog.words', brand || ' ' || category), 'B') "
        + "|| setweight(to_tsvector('catalog.words', options), 'C') || setweight(to_tsvector('catalog.words', description), 'D')";

    private const string Query = "to_tsquery('catalog.words', {0})";

    private const string Priced =
        "(SELECT true FROM catalog.variants v WHERE v.product_id = p.id AND v.currency = {3} "
        + "AND v.price >= coalesce({1}::bigint, 0) AND v.price <= coalesce({2}::bigint, v.price) LIMIT 1) IS TRUE";

    // LIMIT keeps it a look-up a product: as a plain EXISTS the planner reads all variants and all stock into a hash table first.
    private const string InStock =
        "(SELECT true FROM catalog.variants v JOIN catalog.stock s ON s.sku = v.sku WHERE v.product_id = p.id AND s.on_hand > s.reserved LIMIT 1) IS TRUE";

    private const string Sales = "(SELECT product_id AS id, position, sold FROM catalog.sales)";

    public string Matching { get; } = Ranked($"catalog.search_documents m WHERE m.document @@ {Query}");

    public string MatchingPriced { get; } =
        Ranked($"catalog.search_documents m JOIN catalog.products p ON p.position = m.position WHERE m.document @@ {Query} AND {Priced}");

    public double Close => 0.4;

    public SearchStatement Popular { get; } = BySales("true");

    public SearchStatement PopularPriced { get; } = BySales(Priced);

    public string Look =>
        """
        SELECT w.word AS "word", w.products::bigint AS "products", NULL AS "means" FROM jsonb_array_elements_text({0}::jsonb) k JOIN catalog.search_words w ON w.word = k WHERE w.products > 0
        UNION ALL SELECT s.word, 0, s.means FROM jsonb_array_elements_text({0}::jsonb) k JOIN catalog.synonyms s ON s.word = k
        """;

    public string Between =>
        "SELECT word AS \"Value\" FROM catalog.search_words WHERE word COLLATE \"C\" >= {0} AND word COLLATE \"C\" < {1} AND products > 0 ORDER BY products DESC, word LIMIT 20";

    // MATERIALIZED, because for a LIMIT alone the planner hopes to meet a match early in the table, and for a misspelt word there is none.
    public string Finds =>
        $"WITH found AS MATERIALIZED (SELECT position FROM catalog.search_documents WHERE document @@ {Query}) SELECT position AS \"Value\" FROM found LIMIT 1";

    // First the walk along the index, then the filter: the other way round the planner sorts the whole vocabulary.
    public string Nearest =>
        """
        WITH near AS MATERIALIZED (SELECT word, products FROM catalog.search_words WHERE products > 0 ORDER BY word <-> {3} LIMIT 200)
        SELECT word AS "word", products::bigint AS "products" FROM near WHERE length(word) BETWEEN {1} AND {2} LIMIT 50
        """;

    public string DeleteDocuments => "DELETE FROM catalog.search_documents WHERE position IN (SELECT value::bigint FROM jsonb_array_elements_text({0}::jsonb))";

    public string InsertDocuments =>
        $$"""
        INSERT INTO catalog.search_documents (position, document) SELECT position, {{Document}}
        FROM jsonb_to_recordset({0}::jsonb) AS d(position bigint, title text, brand text, category text, options text, description text)
        """;

    public string? UnknownWords => null;

    // In the order of the words, so that two imports cannot wait for each other.
    public string CountWords =>
        """
        INSERT INTO catalog.search_words (word, products) SELECT key, value::int FROM jsonb_each_text({0}::jsonb) ORDER BY key
        ON CONFLICT (word) DO UPDATE SET products = search_words.products + excluded.products
        """;

    public string? InsertTrigrams => null;

    public string Word(string word) => $"'{word}'";

    public string All(IEnumerable<string> terms) => string.Join(" & ", terms);

    public string Any(IEnumerable<string> terms) => string.Join(" | ", terms);

    // Weights of D, C, B, A as on the embedded store; 1 damps long documents. The shopper's own words count half as much again as their
    // synonyms, what cannot be bought loses a fifth, what sells well gains up to a fifth.
    private static string Ranked(string matches) =>
        "SELECT b.position AS \"position\", (b.rank * CASE WHEN p.id IS NULL THEN 1.0 ELSE "
        + $"(CASE WHEN {InStock} THEN 1.0 ELSE 0.8 END) * (1.0 + 0.2 * coalesce((SELECT s.sold / (s.sold + 50.0) FROM catalog.sales s WHERE s.product_id = p.id), 0)) END)::float8 AS \"score\" "
        + "FROM (SELECT r.position, r.rank, row_number() OVER (ORDER BY r.rank DESC, r.position) AS n FROM ("
        + $"SELECT m.position, ts_rank('{{{{0.1, 0.3, 0.45, 1.0}}}}', m.document, {Query}, 1) * CASE WHEN m.document @@ to_tsquery('catalog.words', {{4}}) THEN 1.5 ELSE 1.0 END AS rank "
        + $"FROM {matches} LIMIT {SearchStatement.Ranked}) r ORDER BY r.rank DESC, r.position LIMIT {SearchStatement.Window}) b "
        + $"LEFT JOIN catalog.products p ON p.position = b.position AND b.n <= {SearchStatement.Weighed} ORDER BY 2 DESC, 1";

    // Two walks along the index of sales; the second begins only where the first does not fill the page. The inner LIMITs keep each in its order.
    private static SearchStatement BySales(string priced) => new(
        "SELECT position AS \"Value\" FROM ("
        + $"(SELECT p.position FROM {Sales} p WHERE {priced} AND {InStock} ORDER BY p.sold DESC, p.position LIMIT {{4}} + {{5}}) UNION ALL "
        + $"(SELECT p.position FROM {Sales} p WHERE {priced} AND ({InStock}) IS FALSE ORDER BY p.sold DESC, p.position LIMIT {{4}} + {{5}})) walked "
        + "LIMIT {4} OFFSET {5}",
        $"SELECT count(*)::int AS \"Value\" FROM {Sales} p WHERE {priced}");
}
