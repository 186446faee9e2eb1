using Npgsql;

namespace EcommerceBot.Benchmarks.Searching;

/// <summary>Floor (h): the least program that answers a page of products for words. One prepared statement, no parser, no corrections, no page, no JSON.</summary>
internal sealed class PlainSearch(string postgres) : IAsyncDisposable
{
    private const string Ask =
        """
        SELECT p.id, p.title, p.brand, p.category, (SELECT min(v.price) FROM catalog.variants v WHERE v.product_id = p.id), (SELECT sum(s.on_hand - s.reserved) FROM catalog.variants v JOIN catalog.stock s ON s.sku = v.sku WHERE v.product_id = p.id)
        FROM (SELECT position FROM catalog.search_documents, plainto_tsquery('catalog.words', $1) q WHERE document @@ q ORDER BY ts_rank(document, q) DESC LIMIT 10) m
        JOIN catalog.products p ON p.position = m.position
        """;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create($"{postgres};Max Auto Prepare=20;Auto Prepare Min Usages=2");

    public async Task AskAsync(string text)
    {
        await using var command = _source.CreateCommand(Ask);
        command.Parameters.Add(new() { Value = text });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            reader.GetString(1);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
