using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcommerceBot.Conversations.Persistence;

/// <summary>
/// Many rows in one INSERT that leaves out, or merges, those whose unique key is taken: what EF has no words for, written from EF's own
/// model so that names and conversions stay in one place. Works inside the caller's transaction.
/// </summary>
internal static class RowInsert
{
    // SQLite binds at most 32,766 variables to a statement, PostgreSQL 65,535.
    private const int MostVariables = 32_000;

    private const string LeaveOut = "ON CONFLICT DO NOTHING";

    /// <summary>
    /// How many rows are new. <paramref name="onConflict"/> may name the stored row <c>existing</c> and the given one <c>excluded</c>.
    /// </summary>
    public static async Task<int> InsertAsync<T>(
        this ConversationsDbContext db, IReadOnlyList<T> rows, string onConflict = LeaveOut, CancellationToken cancellationToken = default)
        where T : class
    {
        var count = 0;
        var table = new Table(db, typeof(T));
        foreach (var chunk in rows.Chunk(table.RowsPerStatement))
        {
            await using var command = table.Insert(chunk, onConflict);
            count += await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return count;
    }

    /// <summary>The generated keys of the rows that are new, in their order.</summary>
    public static async Task<List<long>> InsertNumberedAsync<T>(
        this ConversationsDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken) where T : class
    {
        var keys = new List<long>(rows.Count);
        var table = new Table(db, typeof(T));
        foreach (var chunk in rows.Chunk(table.RowsPerStatement))
        {
            await using var command = table.Insert(chunk, $"{LeaveOut} RETURNING {table.GeneratedKey}");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                keys.Add(reader.GetInt64(0));
        }
        return keys;
    }

    private sealed class Table
    {
        private readonly DbContext _db;
        private readonly IProperty[] _columns;
        private readonly string _head;

        public Table(DbContext db, Type row)
        {
            _db = db;
            var sql = db.GetService<ISqlGenerationHelper>();
            var entity = db.Model.FindEntityType(row)
                ?? throw new ArgumentException($"{row.Name} is not mapped by {db.GetType().Name}.", nameof(row));
            var properties = entity.GetProperties().ToList();
            _columns = [.. properties.Where(property => property.ValueGenerated != ValueGenerated.OnAdd)];
            var key = properties.Find(property => property.ValueGenerated == ValueGenerated.OnAdd);
            GeneratedKey = key is null ? "" : sql.DelimitIdentifier(key.GetColumnName());
            var names = string.Join(",", _columns.Select(column => sql.DelimitIdentifier(column.GetColumnName())));
            _head = $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema())} AS existing ({names}) VALUES ";
        }

        public string GeneratedKey { get; }

        public int RowsPerStatement => MostVariables / _columns.Length;

        public DbCommand Insert(IReadOnlyList<object> rows, string onConflict)
        {
            var command = _db.Database.GetDbConnection().CreateCommand();
            command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
            var text = new StringBuilder(_head);
            for (var row = 0; row < rows.Count; row++)
            {
                text.Append(row == 0 ? "(" : ",(");
                for (var column = 0; column < _columns.Length; column++)
                {
                    var property = _columns[column];
                    var parameter = property.GetRelationalTypeMapping().CreateParameter(
                        command, $"@p{row}_{column}", property.GetGetter().GetClrValue(rows[row]), property.IsNullable);
                    command.Parameters.Add(parameter);
                    text.Append(column == 0 ? "" : ",").Append(parameter.ParameterName);
                }
                text.Append(')');
            }
            command.CommandText = text.Append(' ').Append(onConflict).ToString();
            return command;
        }
    }
}
