using EcommerceBot.Benchmarks.Reporting;
using Npgsql;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>What one database was asked, and what it cost there.</summary>
internal static class Statements
{
    public static Task ResetAsync(string database) => ReadAsync(
        database, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements; SELECT pg_stat_statements_reset()::text", _ => { });

    public static async Task WriteAsync(string database, TextWriter output)
    {
        var table = new Table("calls", "mean ms", "total ms", "statement");
        await ReadAsync(
            database,
            "SELECT calls, mean_exec_time, total_exec_time, query FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database() ORDER BY total_exec_time DESC LIMIT 25",
            row => table.Add($"{row.GetInt64(0)}", $"{row.GetDouble(1):N3}", $"{row.GetDouble(2):N0}", Shorten(row.GetString(3))));
        table.Write(output);
    }

    private static async Task ReadAsync(string database, string sql, Action<NpgsqlDataReader> read)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            read(reader);
    }

    private static string Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 110 ? line : $"{line[..110]}…";
    }
}
