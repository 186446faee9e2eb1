using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EcommerceBot.Running;

/// <summary>Counts from outside, in the store itself. Tables are named as on PostgreSQL (<c>orders.carts</c>); SQLite's are <c>orders_carts</c>.</summary>
internal sealed partial class Ledger(string? postgres, string databaseFile)
{
    public async Task<long> CountAsync(string sql) => Convert.ToInt64(await ScalarAsync(sql), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Null while the store is away.</summary>
    public async Task<long?> TryCountAsync(string sql)
    {
        try
        {
            return await CountAsync(sql);
        }
        catch (DbException)
        {
            return null;
        }
    }

    public async Task<object?> ScalarAsync(string sql) => (await ColumnAsync<object>(sql)).FirstOrDefault();

    /// <summary>The first column of every row.</summary>
    public async Task<List<T>> ColumnAsync<T>(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = postgres is null ? Schema().Replace(sql, "$1_") : sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
            values.Add((T)reader.GetValue(0));
        return values;
    }

    private DbConnection Connect() => postgres is null ? new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly") : new NpgsqlConnection($"{postgres};Application Name=ledger");

    [GeneratedRegex(@"\b(catalog|orders|conversations|tools|messaging)\.")]
    private static partial Regex Schema();
}
