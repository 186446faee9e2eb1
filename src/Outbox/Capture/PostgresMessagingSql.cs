using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using EcommerceBot.Outbox.Tables;
using Npgsql;
using NpgsqlTypes;

namespace EcommerceBot.Outbox.Capture;

/// <summary>
/// One array a column: the statement's text is the same for any number of rows, so it is prepared once. A single row, the usual case, goes
/// without arrays: eighteen function scans cost the store as much as the insert.
/// </summary>
internal sealed partial class PostgresMessagingSql : IMessagingSql
{
    private const string Into =
        "INSERT INTO messaging.\"OutboxMessage\" (\"EnqueueTime\",\"SentTime\",\"Headers\",\"Properties\",\"MessageId\",\"ContentType\",\"MessageType\",\"Body\"," +
        "\"ConversationId\",\"CorrelationId\",\"InitiatorId\",\"RequestId\",\"SourceAddress\",\"DestinationAddress\",\"ResponseAddress\",\"FaultAddress\",\"ExpirationTime\",\"OutboxId\") ";

    private const string InsertRow = Into + "VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)";
    private const string InsertRows = Into + "SELECT * FROM unnest($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)";

    private const string InsertScheduledRow =
        $"WITH made AS ({InsertRow} RETURNING \"SequenceNumber\") INSERT INTO messaging.schedule_tokens SELECT $19, \"SequenceNumber\" FROM made";

    public string ClaimInbox =>
        "INSERT INTO messaging.\"InboxState\" (\"MessageId\",\"ConsumerId\",\"LockId\",\"Received\",\"ReceiveCount\",\"Consumed\",\"Delivered\") " +
        "VALUES ({0},{1},{2},{3},1,{3},{3}) ON CONFLICT (\"MessageId\",\"ConsumerId\") DO NOTHING";

    public string CancelSchedule =>
        "WITH cancelled AS (DELETE FROM messaging.schedule_tokens WHERE token_id = {0} RETURNING sequence_number) " +
        "DELETE FROM messaging.\"OutboxMessage\" m USING cancelled WHERE m.\"SequenceNumber\" = cancelled.sequence_number";

    public int MostRows => int.MaxValue;

    public bool TripIsTransaction => true;

    public void Insert(DbCommand command, IReadOnlyList<OutboxMessage> messages)
    {
        command.CommandText = TextFor(messages);
        foreach (var parameter in Columns(messages))
            command.Parameters.Add(parameter);
    }

    public void InsertScheduled(DbCommand command, OutboxMessage message)
    {
        Insert(command, [message]);
        command.CommandText = InsertScheduledRow;
        command.Parameters.Add(new NpgsqlParameter { Value = message.ScheduleToken });
    }

    public bool TryAppend(DbCommand command, List<OutboxMessage> messages)
    {
        var now = messages.Where(message => message.ScheduleToken is null).ToList();
        if (now.Count > 0)
            Append(command, TextFor(now), Columns(now));
        foreach (var scheduled in messages.Where(message => message.ScheduleToken is not null))
            Append(command, InsertScheduledRow, [.. Columns([scheduled]), new NpgsqlParameter { Value = scheduled.ScheduleToken }]);
        return true;
    }

    /// <summary>EF names its parameters, so ours are named too; the driver numbers each statement's own, which makes one prepared statement of all these.</summary>
    private static void Append(DbCommand command, string sql, NpgsqlParameter[] parameters)
    {
        var first = command.Parameters.Count;
        command.CommandText += Placeholder().Replace(sql, match => $"@outbox{first + int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture)}") + ";";
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].ParameterName = $"outbox{first + i + 1}";
            command.Parameters.Add(parameters[i]);
        }
    }

    private static string TextFor(IReadOnlyList<OutboxMessage> messages) => messages.Count == 1 ? InsertRow : InsertRows;

    private static NpgsqlParameter[] Columns(IReadOnlyList<OutboxMessage> messages)
    {
        return
        [
            Column(NpgsqlDbType.TimestampTz, m => m.EnqueueTime),
            Column(NpgsqlDbType.TimestampTz, m => m.SentTime),
            Column(NpgsqlDbType.Text, m => m.Headers),
            Column(NpgsqlDbType.Text, m => m.Properties),
            Column(NpgsqlDbType.Uuid, m => m.MessageId),
            Column(NpgsqlDbType.Text, m => m.ContentType),
            Column(NpgsqlDbType.Text, m => m.MessageType),
            Column(NpgsqlDbType.Text, m => m.Body),
            Column(NpgsqlDbType.Uuid, m => m.ConversationId),
            Column(NpgsqlDbType.Uuid, m => m.CorrelationId),
            Column(NpgsqlDbType.Uuid, m => m.InitiatorId),
            Column(NpgsqlDbType.Uuid, m => m.RequestId),
            Column(NpgsqlDbType.Text, m => m.SourceAddress?.ToString()),
            Column(NpgsqlDbType.Text, m => m.DestinationAddress?.ToString()),
            Column(NpgsqlDbType.Text, m => m.ResponseAddress?.ToString()),
            Column(NpgsqlDbType.Text, m => m.FaultAddress?.ToString()),
            Column(NpgsqlDbType.TimestampTz, m => m.ExpirationTime),
            Column(NpgsqlDbType.Uuid, m => m.OutboxId),
        ];

        NpgsqlParameter Column<T>(NpgsqlDbType type, Func<OutboxMessage, T> column) =>
            messages.Count == 1
                ? new() { NpgsqlDbType = type, Value = column(messages[0]) is { } value ? value : DBNull.Value }
                : new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = messages.Select(column).ToArray() };
    }

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Placeholder();
}
