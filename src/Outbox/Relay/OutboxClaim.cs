using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Relay;

/// <summary>Claims rows that are to leave now, under row locks that other replicas pass over. Call it inside a transaction.</summary>
internal static class OutboxClaim
{
    // ORDER BY names OutboxId although it is always null here: only so does it match the index and need no sort. A transaction whose first
    // rows another relay still holds waits until that one has sent them: its rows have one xmin, and must not overtake each other.
    private const string Ready =
        """
        WITH mine AS MATERIALIZED (
            SELECT m.*, m.xmin AS written_by FROM messaging."OutboxMessage" m
            WHERE "OutboxId" IS NULL ORDER BY "OutboxId", "SequenceNumber" LIMIT {0} FOR UPDATE SKIP LOCKED),
        held AS MATERIALIZED (
            SELECT o."SequenceNumber", o.xmin AS written_by FROM messaging."OutboxMessage" o
            WHERE "OutboxId" IS NULL AND "SequenceNumber" < (SELECT max("SequenceNumber") FROM mine)
              AND NOT EXISTS (SELECT FROM mine WHERE mine."SequenceNumber" = o."SequenceNumber"))
        SELECT * FROM mine WHERE NOT EXISTS (
            SELECT FROM held WHERE held.written_by = mine.written_by AND held."SequenceNumber" < mine."SequenceNumber")
        ORDER BY "SequenceNumber"
        """;

    // The database's clock, so that hosts whose clocks differ agree on what is due.
    private const string Due =
        """SELECT * FROM messaging."OutboxMessage" WHERE "OutboxId" = {1} AND "EnqueueTime" <= now() ORDER BY "EnqueueTime" LIMIT {0} FOR UPDATE SKIP LOCKED""";

    private const string Again =
        """
        SELECT m.* FROM messaging.relay_attempts a JOIN messaging."OutboxMessage" m ON m."SequenceNumber" = a.sequence_number
        WHERE a.parked_at IS NULL AND a.next_attempt <= now() ORDER BY a.next_attempt LIMIT {0} FOR UPDATE SKIP LOCKED
        """;

    public static async Task<List<OutboxMessage>> TakeAsync(MessagingDbContext db, int size, CancellationToken cancellationToken)
    {
        var claimed = await Rows(db, Ready, size).ToListAsync(cancellationToken);
        claimed.AddRange(await Rows(db, Due, size, OutboxLane.Scheduled).ToListAsync(cancellationToken));
        claimed.AddRange(await Rows(db, Again, size).ToListAsync(cancellationToken));
        return claimed;
    }

    private static IQueryable<OutboxMessage> Rows(MessagingDbContext db, string sql, params object[] parameters) =>
        db.OutboxMessages.FromSqlRaw(sql, parameters).AsNoTracking();
}
