using EcommerceBot.Catalog.Search;

namespace EcommerceBot.Catalog.Import.Saving.Copy;

/// <summary>
/// The merge, in the order of its steps. The file's texts and prices win; its variants are added or changed, and one it does not mention stays; what it
/// leaves out of a known variant stays as it is. The embedded store says the same in <see cref="ProductMerge"/>, and one suite tests both.
/// </summary>
internal static class MergeSql
{
    public const string Stage =
        """
        SET LOCAL jit TO off; SET LOCAL work_mem TO '64MB';
        CREATE TEMP TABLE import_products (
            number integer NOT NULL, id text NOT NULL, title text NOT NULL, description text NOT NULL, brand text, category text, image_url text, media text NOT NULL, status text,
            tags text, texts text, attributes text, slug text NOT NULL, title_words text NOT NULL, brand_words text NOT NULL, category_words text NOT NULL, option_words text NOT NULL,
            description_words text NOT NULL, words text[] NOT NULL) ON COMMIT DROP;
        CREATE TEMP TABLE import_variants (
            line integer NOT NULL, position integer NOT NULL, product_id text NOT NULL, sku text NOT NULL, options text NOT NULL, currency text NOT NULL, barcode text, tax_class text, other_prices text,
            price bigint NOT NULL, compare_at_price bigint, weight_grams integer, stock integer) ON COMMIT DROP;
        """;

    public const string CopyProducts = "COPY import_products FROM STDIN (FORMAT binary)";
    public const string CopyVariants = "COPY import_variants FROM STDIN (FORMAT binary)";

    /// <summary>Until the transaction ends: two imports would give the same positions away.</summary>
    public const string Alone = "SELECT pg_advisory_xact_lock(hashtext('catalog.import')); ANALYZE import_products; ANALYZE import_variants;";

    public const string Strangers =
        """
        SELECT v.line AS "line", v.sku AS "sku", v.product_id AS "product", o.product_id AS "owner" FROM import_variants v JOIN catalog.variants o ON o.sku = v.sku
        WHERE o.product_id <> v.product_id ORDER BY v.line
        """;

    public const string DropStrangers =
        """
        DELETE FROM import_products n USING import_variants v JOIN catalog.variants o ON o.sku = v.sku WHERE v.product_id = n.id AND o.product_id <> v.product_id;
        DELETE FROM import_variants v WHERE NOT EXISTS (SELECT FROM import_products n WHERE n.id = v.product_id);
        """;

    /// <summary>Which products are new, and which known ones change in what. Those that change are locked in one order, so that two changes of many cannot wait for each other.</summary>
    public const string Compare =
        """
        CREATE TEMP TABLE import_known ON COMMIT DROP AS
        SELECT p.id,
            v.offer OR coalesce((p.texts::jsonb || n.texts::jsonb) <> p.texts::jsonb, false) OR coalesce((p.attributes::jsonb || n.attributes::jsonb) <> p.attributes::jsonb, false) OR (p.title, p.description, p.brand, p.category, p.image_url, p.status, p.tags) IS DISTINCT FROM
                (n.title, n.description, n.brand, n.category, n.image_url, coalesce(n.status, p.status), coalesce(n.tags, p.tags)) AS offer,
            v.reworded OR coalesce((p.texts::jsonb || n.texts::jsonb) <> p.texts::jsonb, false) OR coalesce((p.attributes::jsonb || n.attributes::jsonb) <> p.attributes::jsonb, false) OR (p.title, p.description, p.brand, p.category, p.status, p.tags) IS DISTINCT FROM
                (n.title, n.description, n.brand, n.category, coalesce(n.status, p.status), coalesce(n.tags, p.tags)) AS reworded,
            v.recounted
        FROM import_products n JOIN catalog.products p ON p.id = n.id JOIN (
            SELECT v.product_id, bool_or(o.sku IS NULL OR coalesce((o.other_prices::jsonb || v.other_prices::jsonb) <> o.other_prices::jsonb, false) OR (o.position, o.options, o.price, o.currency, o.compare_at_price, o.weight_grams, o.barcode, o.tax_class) IS DISTINCT FROM
                    (v.position, v.options, v.price, v.currency, coalesce(v.compare_at_price, o.compare_at_price), coalesce(v.weight_grams, o.weight_grams),
                        coalesce(v.barcode, o.barcode), coalesce(v.tax_class, o.tax_class))) AS offer,
                bool_or(o.sku IS NULL OR o.options <> v.options) AS reworded,
                coalesce(bool_or(s.on_hand <> greatest(v.stock, s.reserved) AND v.stock IS NOT NULL), false) AS recounted
            FROM import_variants v LEFT JOIN catalog.variants o ON o.sku = v.sku LEFT JOIN catalog.stock s ON s.sku = v.sku GROUP BY v.product_id) v ON v.product_id = n.id;
        CREATE TEMP TABLE import_added ON COMMIT DROP AS
        SELECT n.id, (SELECT coalesce(max(position), 0) FROM catalog.products) + row_number() OVER (ORDER BY n.number) AS position,
            CASE WHEN row_number() OVER (PARTITION BY n.slug ORDER BY n.number) = 1 AND NOT EXISTS (SELECT FROM catalog.products p WHERE p.slug = n.slug) THEN n.slug END AS slug
        FROM import_products n WHERE NOT EXISTS (SELECT FROM import_known k WHERE k.id = n.id);
        ANALYZE import_known; ANALYZE import_added;
        SELECT count(*) FROM (SELECT FROM catalog.products p JOIN import_known k ON k.id = p.id WHERE k.offer ORDER BY p.id COLLATE "C" FOR UPDATE OF p) locked;
        """;

    /// <summary>True for a shop that sells nothing yet: there the indexes of the search are made anew after the rows, which takes a fifth of the time.</summary>
    public const string IsFirst = "SELECT NOT EXISTS (SELECT FROM catalog.search_documents) AND EXISTS (SELECT FROM import_added) AS \"Value\"";

    public const string DropIndexes = "DROP INDEX catalog.ix_search_documents_document; DROP INDEX catalog.ix_search_words_word;";

    /// <summary>As the migrations make them.</summary>
    public const string MakeIndexes =
        """
        SET LOCAL maintenance_work_mem TO '128MB';
        CREATE INDEX ix_search_documents_document ON catalog.search_documents USING gin (document) WITH (fastupdate = off);
        CREATE INDEX ix_search_words_word ON catalog.search_words USING gist (word gist_trgm_ops);
        """;

    public const string Count =
        """
        SELECT (SELECT count(*)::int FROM import_added) AS "created", (SELECT count(*)::int FROM import_known WHERE offer OR recounted) AS "updated",
            (SELECT count(*)::int FROM import_known WHERE NOT offer AND NOT recounted) AS "unchanged", (SELECT count(*)::int FROM import_variants) AS "variants"
        """;

    public const string Reworded = "SELECT id AS \"Value\" FROM import_known WHERE reworded";

    public const string Changed = "SELECT id AS \"Value\" FROM import_known WHERE offer UNION ALL (SELECT id FROM import_added ORDER BY position)";

    /// <summary>In the order in which checkouts take stock. Counts of variants that the import has added are right already.</summary>
    public const string Recounted =
        """
        SELECT v.sku AS "sku", v.stock AS "pieces" FROM import_variants v JOIN catalog.stock s ON s.sku = v.sku
        WHERE s.on_hand <> greatest(v.stock, s.reserved) AND v.stock IS NOT NULL ORDER BY v.sku COLLATE "C"
        """;

    /// <summary>{0} now, {1} stock of what the file does not count. Only what is active has a search document and a row of sales.</summary>
    public static readonly IReadOnlyList<string> Products =
    [
        """
        INSERT INTO catalog.products (id, position, title, description, brand, category, image_url, slug, status, attributes, tags, media, texts, version, updated_at, sold_before)
        SELECT n.id, a.position, n.title, n.description, n.brand, n.category, n.image_url, a.slug, coalesce(n.status, 'Active'),
            coalesce(n.attributes, '{{}}'), coalesce(n.tags, '[]'), n.media, coalesce(n.texts, '{{}}'), 1, {0}, 0
        FROM import_added a JOIN import_products n ON n.id = a.id ORDER BY a.position
        """,
        """
        UPDATE catalog.products p SET title = n.title, description = n.description, brand = n.brand, category = n.category, image_url = n.image_url,
            media = CASE WHEN n.image_url IS DISTINCT FROM p.image_url THEN n.media ELSE p.media END, status = coalesce(n.status, p.status), tags = coalesce(n.tags, p.tags),
            texts = coalesce((p.texts::jsonb || n.texts::jsonb)::text, p.texts), attributes = coalesce((p.attributes::jsonb || n.attributes::jsonb)::text, p.attributes),
            version = p.version + 1, updated_at = {0}
        FROM import_known k JOIN import_products n ON n.id = k.id WHERE p.id = k.id AND k.offer
        """,
        """
        UPDATE catalog.variants o SET position = v.position, options = v.options, price = v.price, currency = v.currency, compare_at_price = coalesce(v.compare_at_price, o.compare_at_price),
            weight_grams = coalesce(v.weight_grams, o.weight_grams), barcode = coalesce(v.barcode, o.barcode), tax_class = coalesce(v.tax_class, o.tax_class),
            other_prices = coalesce((o.other_prices::jsonb || v.other_prices::jsonb)::text, o.other_prices)
        FROM import_variants v JOIN import_known k ON k.id = v.product_id WHERE o.sku = v.sku AND k.offer
        """,
        """
        WITH added AS (
            INSERT INTO catalog.variants (sku, product_id, position, options, price, currency, compare_at_price, other_prices, weight_grams, barcode, tax_class)
            SELECT v.sku, v.product_id, v.position, v.options, v.price, v.currency, v.compare_at_price, coalesce(v.other_prices, '{{}}'), v.weight_grams, v.barcode, v.tax_class
            FROM import_variants v WHERE NOT EXISTS (SELECT FROM catalog.variants o WHERE o.sku = v.sku) RETURNING sku)
        INSERT INTO catalog.stock (sku, on_hand, reserved) SELECT v.sku, coalesce(v.stock, {1}), 0 FROM added JOIN import_variants v ON v.sku = added.sku
        """,
        """
        WITH gone AS (
            DELETE FROM catalog.sales s USING import_known k, catalog.products p
            WHERE s.product_id = k.id AND k.reworded AND p.id = k.id AND p.status <> 'Active' RETURNING s.product_id, s.sold)
        UPDATE catalog.products p SET sold_before = gone.sold FROM gone WHERE p.id = gone.product_id
        """,
        """
        INSERT INTO catalog.sales (product_id, position, sold) SELECT p.id, p.position, p.sold_before FROM catalog.products p
        JOIN (SELECT id FROM import_added UNION ALL SELECT id FROM import_known WHERE reworded) c ON c.id = p.id
        WHERE p.status = 'Active' AND NOT EXISTS (SELECT FROM catalog.sales s WHERE s.product_id = p.id)
        """,
        $"""
        INSERT INTO catalog.search_documents (position, document) SELECT position, {PostgresSearchSql.Document} FROM (
            SELECT a.position, n.title_words AS title, n.brand_words AS brand, n.category_words AS category, n.option_words AS options, n.description_words AS description
            FROM import_added a JOIN import_products n ON n.id = a.id WHERE coalesce(n.status, 'Active') = 'Active') d
        """,
        """
        INSERT INTO catalog.search_words (word, products) SELECT word, count(*) FROM import_added a JOIN import_products n ON n.id = a.id, unnest(n.words) word
        WHERE coalesce(n.status, 'Active') = 'Active' GROUP BY word ORDER BY word
        ON CONFLICT (word) DO UPDATE SET products = search_words.products + excluded.products
        """,
    ];
}
