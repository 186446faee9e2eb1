using System.Data.Common;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcommerceBot.Outbox.Capture;

/// <summary>Writes captured messages by one multi-row INSERT on the connection and in the transaction that changed the state.</summary>
internal static class OutboxInsert
{
    public static async Task WriteAsync(this IMessagingSql sql, DbContext db, List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var chunk in messages.Chunk(sql.MostRows))
        {
            await using var command = Build(sql, db, chunk);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static void Write(this IMessagingSql sql, DbContext db, List<OutboxMessage> messages)
    {
        foreach (var chunk in messages.Chunk(sql.MostRows))
        {
            using var command = Build(sql, db, chunk);
            command.ExecuteNonQuery();
        }
    }

    private static DbCommand Build(IMessagingSql sql, DbContext db, OutboxMessage[] messages)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        sql.Insert(command, messages);
        return command;
    }
}
