using System.Diagnostics;
using Npgsql;

namespace EcommerceBot.Benchmarks.Importing;

/// <summary>The floor: every row that an import has written, index rows and messages too, by one binary COPY a table in one transaction, into the same empty tables.</summary>
internal sealed class BareCopy(string folder)
{
    private static readonly string[] Catalog = ["catalog.products", "catalog.variants", "catalog.stock", "catalog.sales"];

    /// <summary>In an order that foreign keys allow.</summary>
    private static readonly string[] All = [.. Catalog, "catalog.search_documents", "catalog.search_words", "messaging.\"OutboxMessage\""];

    /// <summary>Keeps the rows of a shop in files.</summary>
    public async Task TakeAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        for (var table = 0; table < All.Length; table++)
        {
            await using var file = File.Create(FileOf(table));
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {All[table]} TO STDOUT (FORMAT binary)", cancellationToken);
            await rows.CopyToAsync(file, cancellationToken);
        }
    }

    /// <summary>Seconds for products, variants, stock and sales alone, and for all tables.</summary>
    public async Task<(double Catalog, double All)> RunAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        var catalog = 0.0;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        for (var table = 0; table < All.Length; table++)
        {
            await using (var file = File.OpenRead(FileOf(table)))
            await using (var rows = await connection.BeginRawBinaryCopyAsync($"COPY {All[table]} FROM STDIN (FORMAT binary)", cancellationToken))
                await file.CopyToAsync(rows, cancellationToken);
            catalog = table == Catalog.Length - 1 ? clock.Elapsed.TotalSeconds : catalog;
        }
        await transaction.CommitAsync(cancellationToken);
        return (catalog, clock.Elapsed.TotalSeconds);
    }

    private string FileOf(int table) => Path.Combine(folder, $"{table}.copy");
}
