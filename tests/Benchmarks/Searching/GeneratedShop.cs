using Npgsql;

namespace EcommerceBot.Benchmarks.Searching;

/// <summary>
/// Fills a migrated database with products of invented words: a title of two words and a kind, twelve words of description, one of 500 brands, two variants.
/// A word's number is 30,000 to the power of a random number, so that few words are very common and most are rare, as in real catalogs.
/// </summary>
internal static class GeneratedShop
{
    private const int WordsEach = 14;

    // The zero times n makes each row draw its own numbers.
    private static readonly string Numbers = string.Join(", ", Enumerable.Range(1, WordsEach).Select(at => $"floor(power(30000, random() + 0 * n))::int AS w{at}"));

    private static readonly string[] Words = [.. Enumerable.Range(1, WordsEach).Select(at => InventedWords.Sql($"w{at}"))];

    private static readonly string[] Statements =
    [
        "SELECT setseed(0.42)",
        "DROP INDEX catalog.ix_search_documents_document",
        $"""
        INSERT INTO catalog.products (id, position, title, description, brand, category)
        SELECT 'p' || n, n, initcap({Words[0]} || ' ' || {Words[1]} || ' ' || ({InventedWords.Array(InventedWords.Kinds)})[n % 40 + 1]),
            {string.Join(" || ' ' || ", Words.Skip(2))}, initcap({InventedWords.Sql("n % 500 * 7")}), initcap(({InventedWords.Array(InventedWords.Kinds)})[n % 40 + 1])
        FROM generate_series(1, $1) n CROSS JOIN LATERAL (SELECT {Numbers} OFFSET 0) drawn
        """,
        """
        INSERT INTO catalog.variants (sku, product_id, position, options, price, currency)
        SELECT 'P' || n || '-' || v, 'p' || n, v, jsonb_build_object('size', (ARRAY['S', 'M', 'L'])[(n + v) % 3 + 1], 'colour', (ARRAY['red', 'blue', 'green', 'black', 'white'])[n % 5 + 1])::text, 999 + n * 37 % 20000, 'EUR'
        FROM generate_series(1, $1) n, generate_series(0, 1) v
        """,
        "INSERT INTO catalog.stock (sku, on_hand, reserved) SELECT sku, CASE WHEN hashtext(sku) % 10 = 0 THEN 0 ELSE 50 END, 0 FROM catalog.variants WHERE $1 > 0",
        "INSERT INTO catalog.sales (product_id, position, sold) SELECT id, position, floor(power(500, random()))::int - 1 FROM catalog.products WHERE $1 > 0",
        """
        INSERT INTO catalog.search_documents (position, document)
        SELECT p.position, setweight(to_tsvector('catalog.words', lower(title)), 'A') || setweight(to_tsvector('catalog.words', lower(brand || ' ' || category)), 'B')
            || setweight(to_tsvector('catalog.words', lower('p' || p.position || ' 0 1 size s m l colour ' || (ARRAY['red', 'blue', 'green', 'black', 'white'])[p.position % 5 + 1])), 'C')
            || setweight(to_tsvector('catalog.words', description), 'D')
        FROM catalog.products p WHERE $1 > 0
        """,
        "CREATE INDEX ix_search_documents_document ON catalog.search_documents USING gin (document) WITH (fastupdate = off)",
        // How common a word is only decides between equally near corrections, so that an estimate does.
        $"INSERT INTO catalog.search_words (word, products) SELECT DISTINCT ON (word) * FROM (SELECT {InventedWords.Sql("n")} AS word, greatest(1, $1 / (n + 1)) FROM generate_series(0, 29999) n) w WHERE $1 > 0",
        $"INSERT INTO catalog.search_words (word, products) SELECT w, $1 / 5 FROM unnest({InventedWords.Array([.. InventedWords.Kinds, "size", "colour", "red", "blue", "green", "black", "white"])}) w",
        "VACUUM ANALYZE catalog.products, catalog.variants, catalog.stock, catalog.sales, catalog.search_documents, catalog.search_words",
    ];

    public static async Task FillAsync(string postgres, int products)
    {
        await using var connection = new NpgsqlConnection($"{postgres};Command Timeout=1800");
        await connection.OpenAsync();
        await using (var quick = new NpgsqlCommand("SET synchronous_commit = off; SET maintenance_work_mem = '256MB'; SET work_mem = '128MB'", connection))
            await quick.ExecuteNonQueryAsync();
        foreach (var statement in Statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            if (statement.Contains("$1", StringComparison.Ordinal))
                command.Parameters.Add(new() { Value = products });
            await command.ExecuteNonQueryAsync();
        }
    }
}
