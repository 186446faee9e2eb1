using System.Data.Common;
using EcommerceBot.Outbox.Tables;
using Npgsql;
using NpgsqlTypes;

namespace EcommerceBot.Outbox.Capture;

/// <summary>One array a column: the statement's text is the same for any number of rows, so it is prepared once.</summary>
internal sealed class PostgresMessagingSql : IMessagingSql
{
    private const string InsertRows =
        "INSERT INTO messaging.\"OutboxMessage\" (\"EnqueueTime\",\"SentTime\",\"Headers\",\"Properties\",\"MessageId\",\"ContentType\",\"MessageType\",\"Body\"," +
        "\"ConversationId\",\"CorrelationId\",\"InitiatorId\",\"RequestId\",\"SourceAddress\",\"DestinationAddress\",\"ResponseAddress\",\"FaultAddress\",\"ExpirationTime\",\"OutboxId\") " +
        "SELECT * FROM unnest($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)";

    public string ClaimInbox =>
        "INSERT INTO messaging.\"InboxState\" (\"MessageId\",\"ConsumerId\",\"LockId\",\"Received\",\"ReceiveCount\",\"Consumed\",\"Delivered\") " +
        "VALUES ({0},{1},{2},{3},1,{3},{3}) ON CONFLICT (\"MessageId\",\"ConsumerId\") DO NOTHING";

    public string CancelSchedule =>
        "WITH cancelled AS (DELETE FROM messaging.schedule_tokens WHERE token_id = {0} RETURNING sequence_number) " +
        "DELETE FROM messaging.\"OutboxMessage\" m USING cancelled WHERE m.\"SequenceNumber\" = cancelled.sequence_number";

    public int MostRows => int.MaxValue;

    public void Insert(DbCommand command, IReadOnlyList<OutboxMessage> messages)
    {
        command.CommandText = InsertRows;
        var parameters = ((NpgsqlCommand)command).Parameters;
        Add(NpgsqlDbType.TimestampTz, m => m.EnqueueTime);
        Add(NpgsqlDbType.TimestampTz, m => m.SentTime);
        Add(NpgsqlDbType.Text, m => m.Headers);
        Add(NpgsqlDbType.Text, m => m.Properties);
        Add(NpgsqlDbType.Uuid, m => m.MessageId);
        Add(NpgsqlDbType.Text, m => m.ContentType);
        Add(NpgsqlDbType.Text, m => m.MessageType);
        Add(NpgsqlDbType.Text, m => m.Body);
        Add(NpgsqlDbType.Uuid, m => m.ConversationId);
        Add(NpgsqlDbType.Uuid, m => m.CorrelationId);
        Add(NpgsqlDbType.Uuid, m => m.InitiatorId);
        Add(NpgsqlDbType.Uuid, m => m.RequestId);
        Add(NpgsqlDbType.Text, m => m.SourceAddress?.ToString());
        Add(NpgsqlDbType.Text, m => m.DestinationAddress?.ToString());
        Add(NpgsqlDbType.Text, m => m.ResponseAddress?.ToString());
        Add(NpgsqlDbType.Text, m => m.FaultAddress?.ToString());
        Add(NpgsqlDbType.TimestampTz, m => m.ExpirationTime);
        Add(NpgsqlDbType.Uuid, m => m.OutboxId);

        void Add<T>(NpgsqlDbType type, Func<OutboxMessage, T> column) =>
            parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type, Value = messages.Select(column).ToArray() });
    }

    public void InsertScheduled(DbCommand command, OutboxMessage message)
    {
        Insert(command, [message]);
        command.CommandText = $"WITH made AS ({InsertRows} RETURNING \"SequenceNumber\") INSERT INTO messaging.schedule_tokens SELECT $19, \"SequenceNumber\" FROM made";
        ((NpgsqlCommand)command).Parameters.Add(new NpgsqlParameter { Value = message.ScheduleToken });
    }
}
