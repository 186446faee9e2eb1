using Npgsql;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>Rows that wait for their time, as carts' and payments' deadlines do, with the tokens that can take them back.</summary>
internal static class Backlog
{
    private const string Fill =
        """
        WITH made AS (
            INSERT INTO messaging."OutboxMessage" ("EnqueueTime", "SentTime", "OutboxId", "MessageId", "ContentType", "MessageType", "Body", "DestinationAddress")
            SELECT now() + interval '1 day' + n * interval '1 second', now(), '5c4ed01e-0000-4000-8000-000000000001', gen_random_uuid(), 'application/vnd.masstransit+json',
                   'urn:message:Bench:Later', repeat('x', 600), 'exchange:bench-later'
            FROM generate_series(1, $1) n RETURNING "SequenceNumber")
        INSERT INTO messaging.schedule_tokens SELECT gen_random_uuid(), "SequenceNumber" FROM made
        """;

    public static async Task FillAsync(string postgres, int rows)
    {
        if (rows == 0)
            return;
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using (var fill = new NpgsqlCommand(Fill, connection) { Parameters = { new() { Value = rows } }, CommandTimeout = 600 })
            await fill.ExecuteNonQueryAsync();
        // What autovacuum does within a minute; a fresh million without statistics would be another experiment.
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE messaging.\"OutboxMessage\", messaging.schedule_tokens", connection) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync();
    }
}
