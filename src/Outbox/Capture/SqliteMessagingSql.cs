using System.Data.Common;
using System.Text;
using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Capture;

/// <summary>A VALUES list: SQLite has no arrays.</summary>
internal sealed class SqliteMessagingSql : IMessagingSql
{
    private const string Head =
        "INSERT INTO \"messaging_OutboxMessage\" (\"EnqueueTime\",\"SentTime\",\"Headers\",\"Properties\",\"MessageId\",\"ContentType\",\"MessageType\",\"Body\"," +
        "\"ConversationId\",\"CorrelationId\",\"InitiatorId\",\"RequestId\",\"SourceAddress\",\"DestinationAddress\",\"ResponseAddress\",\"FaultAddress\",\"ExpirationTime\",\"OutboxId\") VALUES ";

    public string ClaimInbox =>
        "INSERT INTO \"messaging_InboxState\" (\"MessageId\",\"ConsumerId\",\"LockId\",\"Received\",\"ReceiveCount\",\"Consumed\",\"Delivered\") " +
        "VALUES ({0},{1},{2},{3},1,{3},{3}) ON CONFLICT (\"MessageId\",\"ConsumerId\") DO NOTHING";

    public string CancelSchedule =>
        "DELETE FROM \"messaging_OutboxMessage\" WHERE \"SequenceNumber\" = (SELECT sequence_number FROM messaging_schedule_tokens WHERE token_id = {0}); " +
        "DELETE FROM messaging_schedule_tokens WHERE token_id = {0}";

    // 18 variables a row, and SQLite binds at most 32,766 to a statement.
    public int MostRows => 1_800;

    public bool TripIsTransaction => false;

    // A statement in this process costs no round trip.
    public bool TryAppend(DbCommand command, List<OutboxMessage> messages) => false;

    public void Insert(DbCommand command, IReadOnlyList<OutboxMessage> messages)
    {
        var sql = new StringBuilder(Head);
        for (var row = 0; row < messages.Count; row++)
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
    }

    public void InsertScheduled(DbCommand command, OutboxMessage message)
    {
        Insert(command, [message]);
        var token = command.CreateParameter();
        (token.ParameterName, token.Value) = ("@token", message.ScheduleToken);
        command.Parameters.Add(token);
        command.CommandText += "; INSERT INTO messaging_schedule_tokens (token_id, sequence_number) VALUES (@token, last_insert_rowid())";
    }

    private static object?[] Values(OutboxMessage m) =>
    [
        m.EnqueueTime, m.SentTime, m.Headers, m.Properties, m.MessageId, m.ContentType, m.MessageType, m.Body,
        m.ConversationId, m.CorrelationId, m.InitiatorId, m.RequestId,
        m.SourceAddress?.ToString(), m.DestinationAddress?.ToString(), m.ResponseAddress?.ToString(), m.FaultAddress?.ToString(), m.ExpirationTime, m.OutboxId,
    ];
}
