using System.Data.Common;
using System.Text;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcommerceBot.Outbox.Capture;

/// <summary>Writes captured messages by one multi-row INSERT on the connection and in the transaction that changed the state.</summary>
internal static class OutboxInsert
{
    private const int ColumnCount = 17;

    // SQLite binds at most 32,766 variables to a statement.
    private const int MostRows = 1_900;

    private static readonly string Head =
        $"INSERT INTO {MessagingTables.OutboxMessage} (\"EnqueueTime\",\"SentTime\",\"Headers\",\"Properties\",\"MessageId\",\"ContentType\",\"MessageType\",\"Body\"," +
        "\"ConversationId\",\"CorrelationId\",\"InitiatorId\",\"RequestId\",\"SourceAddress\",\"DestinationAddress\",\"ResponseAddress\",\"FaultAddress\",\"ExpirationTime\") VALUES ";

    public static async Task WriteAsync(DbContext db, List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var chunk in messages.Chunk(MostRows))
        {
            await using var command = Build(db, chunk);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static void Write(DbContext db, List<OutboxMessage> messages)
    {
        foreach (var chunk in messages.Chunk(MostRows))
        {
            using var command = Build(db, chunk);
            command.ExecuteNonQuery();
        }
    }

    private static DbCommand Build(DbContext db, OutboxMessage[] messages)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder(Head, Head.Length + messages.Length * ColumnCount * 6);
        for (var row = 0; row < messages.Length; row++)
        {
            sql.Append(row == 0 ? "(" : ",(");
            var values = Values(messages[row]);
            for (var column = 0; column < values.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{row}_{column}";
                parameter.Value = values[column] ?? DBNull.Value;
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ",").Append(parameter.ParameterName);
            }
            sql.Append(')');
        }
        command.CommandText = sql.ToString();
        return command;
    }

    private static object?[] Values(OutboxMessage m) =>
    [
        m.EnqueueTime, m.SentTime, m.Headers, m.Properties, m.MessageId, m.ContentType, m.MessageType, m.Body,
        m.ConversationId, m.CorrelationId, m.InitiatorId, m.RequestId,
        m.SourceAddress?.ToString(), m.DestinationAddress?.ToString(), m.ResponseAddress?.ToString(), m.FaultAddress?.ToString(), m.ExpirationTime,
    ];
}
