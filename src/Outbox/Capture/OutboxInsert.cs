using System.Data.Common;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcommerceBot.Outbox.Capture;

/// <summary>Writes captured messages by one multi-row INSERT (a scheduled one by its own) on the connection and in the transaction that changed the state.</summary>
internal static class OutboxInsert
{
    public static async Task WriteAsync(this IMessagingSql sql, DbContext db, List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var fill in Inserts(sql, messages))
        {
            await using var command = Build(db, fill);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static void Write(this IMessagingSql sql, DbContext db, List<OutboxMessage> messages)
    {
        foreach (var fill in Inserts(sql, messages))
        {
            using var command = Build(db, fill);
            command.ExecuteNonQuery();
        }
    }

    private static IEnumerable<Action<DbCommand>> Inserts(IMessagingSql sql, List<OutboxMessage> messages)
    {
        foreach (var chunk in messages.Where(message => message.ScheduleToken is null).Chunk(sql.MostRows))
            yield return command => sql.Insert(command, chunk);
        foreach (var scheduled in messages.Where(message => message.ScheduleToken is not null))
            yield return command => sql.InsertScheduled(command, scheduled);
    }

    private static DbCommand Build(DbContext db, Action<DbCommand> fill)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        fill(command);
        return command;
    }
}
