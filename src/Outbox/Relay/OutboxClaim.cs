using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Relay;

/// <summary>
/// Claims rows that are to leave now, under row locks that other replicas pass over, and deletes what has left: one statement each, since a
/// round's length is its round trips. Call both inside one transaction.
/// </summary>
internal static class OutboxClaim
{
    /// <summary>
    /// Takes at most <paramref name="size"/> rows that are ready, as many that are due, and as many to be tried again. The size and the lane are part
    /// of the text, so that the prepared plan knows them.
    /// </summary>
    public static Task<List<OutboxMessage>> TakeAsync(MessagingDbContext db, int size, CancellationToken cancellationToken) =>
        db.OutboxMessages.FromSqlRaw(WithSettings(size)).AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>
    /// Deletes rows that the broker has. This commit need not be on disk before others go on: should the server crash and forget it, the rows are sent
    /// again under the same ids.
    /// </summary>
    public static Task DropAsync(MessagingDbContext db, long[] sent, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        SET LOCAL synchronous_commit TO off;
        WITH tokens AS (DELETE FROM messaging.schedule_tokens WHERE sequence_number = ANY ({sent})),
             attempts AS (DELETE FROM messaging.relay_attempts WHERE sequence_number = ANY ({sent}))
        DELETE FROM messaging."OutboxMessage" WHERE "SequenceNumber" = ANY ({sent})
        """, cancellationToken);

    // The index is read in its own order: a bitmap scan would come by every row deleted since the last vacuum again and again, and sort what is
    // wide. Whatever is switched off weighs so much that the store would compile the plan first, for a second.
    internal const string Settings = "SET LOCAL enable_bitmapscan TO off; SET LOCAL enable_sort TO off; SET LOCAL jit TO off;\n";

    private static string WithSettings(int size) => Settings + Statement(size);

    // ORDER BY names OutboxId although it is always null here: only so does it match the index and need no sort. A transaction whose first
    // rows another relay still holds waits until that one has sent them: its rows have one xmin, and must not overtake each other.
    // What is due goes by the database's clock, so that hosts whose clocks differ agree.
    internal static string Statement(int size) =>
        $"""
        WITH mine AS MATERIALIZED (
            SELECT 1 AS part, m.xmin AS written_by, m.* FROM messaging."OutboxMessage" m
            WHERE "OutboxId" IS NULL ORDER BY "OutboxId", "SequenceNumber" LIMIT {size} FOR UPDATE SKIP LOCKED),
        held AS MATERIALIZED (
            SELECT o."SequenceNumber", o.xmin AS written_by FROM messaging."OutboxMessage" o
            WHERE "OutboxId" IS NULL AND "SequenceNumber" < (SELECT max("SequenceNumber") FROM mine)
              AND NOT EXISTS (SELECT FROM mine WHERE mine."SequenceNumber" = o."SequenceNumber")),
        due AS MATERIALIZED (
            SELECT 2 AS part, m.xmin AS written_by, m.* FROM messaging."OutboxMessage" m
            WHERE "OutboxId" = '{OutboxLane.Scheduled}' AND "EnqueueTime" <= now() ORDER BY "EnqueueTime" LIMIT {size} FOR UPDATE SKIP LOCKED),
        again AS MATERIALIZED (
            SELECT 3 AS part, m.xmin AS written_by, m.* FROM messaging.relay_attempts a JOIN messaging."OutboxMessage" m ON m."SequenceNumber" = a.sequence_number
            WHERE a.parked_at IS NULL AND a.next_attempt <= now() ORDER BY a.next_attempt LIMIT {size} FOR UPDATE SKIP LOCKED)
        SELECT * FROM mine WHERE NOT EXISTS (
            SELECT FROM held WHERE held.written_by = mine.written_by AND held."SequenceNumber" < mine."SequenceNumber")
        UNION ALL SELECT * FROM due
        UNION ALL SELECT * FROM again
        ORDER BY part, "EnqueueTime", "SequenceNumber"
        """;
}
