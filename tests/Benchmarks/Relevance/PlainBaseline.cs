using Npgsql;

namespace EcommerceBot.Benchmarks.Relevance;

/// <summary>What PostgreSQL finds by itself: every text of a product in one English document, <c>plainto_tsquery</c>, <c>ts_rank</c>.</summary>
internal sealed class PlainBaseline(string postgres)
{
    private const string Documents =
        """
        CREATE TABLE public.plain AS
        SELECT p.id, to_tsvector('english', concat_ws(' ', p.title, p.brand, p.category, p.description, string_agg(translate(v.options, '{}":,', '     '), ' '))) AS document
        FROM catalog.products p JOIN catalog.variants v ON v.product_id = p.id GROUP BY p.id
        """;

    private const string Ask =
        "SELECT id FROM public.plain, plainto_tsquery('english', $1) q WHERE document @@ q ORDER BY ts_rank(document, q) DESC, id LIMIT 10";

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(postgres);

    public async Task PrepareAsync()
    {
        await using var command = _source.CreateCommand(Documents);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<string>> AskAsync(string text)
    {
        await using var command = _source.CreateCommand(Ask);
        command.Parameters.Add(new() { Value = text });
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<string>();
        while (await reader.ReadAsync())
            ids.Add(reader.GetString(0));
        return ids;
    }
}
