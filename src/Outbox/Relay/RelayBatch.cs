using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Relay;

/// <summary>One round of the relay: rows above the mark, scheduled rows that are due, and rows whose next try is due.</summary>
internal sealed class RelayBatch
{
    /// <summary>Stands in EnqueueTime of a due or repeated row once it is relayed: neither fresh nor due again in this process.</summary>
    private static readonly DateTime Relayed = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    private readonly int _size;
    private readonly DateTime _now;
    private readonly List<OutboxMessage> _fresh;
    private readonly List<OutboxMessage> _due;
    private readonly List<OutboxMessage> _again;

    private RelayBatch(int size, DateTime now, List<OutboxMessage> fresh, List<OutboxMessage> due, List<OutboxMessage> again) =>
        (_size, _now, _fresh, _due, _again) = (size, now, fresh, due, again);

    public List<OutboxMessage> Messages => [.. _fresh, .. _due, .. _again];

    public long Mark => _fresh.Count == 0 ? 0 : _fresh[^1].SequenceNumber;

    public bool IsFull => _fresh.Count == _size || _due.Count == _size || _again.Count == _size;

    /// <summary>Makes the last process's rows this one's: replies are dropped, since whoever asked is gone; what was relayed is relayed again.</summary>
    public static async Task TakeOverAsync(MessagingDbContext db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.OutboxMessages.Where(x => x.RequestId != null && x.ResponseAddress == null).ExecuteDeleteAsync(cancellationToken);
        await db.OutboxMessages.Where(x => x.EnqueueTime == Relayed).ExecuteUpdateAsync(x => x.SetProperty(m => m.EnqueueTime, (DateTime?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public static async Task<RelayBatch> LoadAsync(MessagingDbContext db, long mark, int size, DateTime now, CancellationToken cancellationToken)
    {
        var rows = db.OutboxMessages.AsNoTracking();
        // Separate queries, because each then reads one index; an OR over all three would scan the table.
        var fresh = await rows.Where(x => x.SequenceNumber > mark && x.EnqueueTime == null && !db.RelayAttempts.Any(a => a.SequenceNumber == x.SequenceNumber))
            .OrderBy(x => x.SequenceNumber).Take(size).ToListAsync(cancellationToken);
        var due = await rows.Where(x => x.EnqueueTime <= now && !db.RelayAttempts.Any(a => a.SequenceNumber == x.SequenceNumber))
            .OrderBy(x => x.EnqueueTime).Take(size).ToListAsync(cancellationToken);
        var again = await db.RelayAttempts.AsNoTracking().Where(a => a.ParkedAt == null && a.NextAttempt <= now)
            .OrderBy(a => a.NextAttempt).Take(size)
            .Join(rows, a => a.SequenceNumber, x => x.SequenceNumber, (_, x) => x).ToListAsync(cancellationToken);
        return new RelayBatch(size, now, fresh, due, again);
    }

    /// <summary>Writes down what the round did; nothing, when all it did was to relay ordinary rows.</summary>
    public async Task SettleAsync(
        MessagingDbContext db, Dictionary<long, Exception> failures, RelayedRows relayed, int maxAttempts, CancellationToken cancellationToken)
    {
        foreach (var message in Messages.Where(Sent))
            relayed.Add(message, message.IsExpiredAt(_now), _now);
        var due = _due.Where(Sent).Select(x => x.SequenceNumber).ToList();
        var again = _again.Where(Sent).Select(x => x.SequenceNumber).ToList();
        var gone = relayed.TakeDeletable(_now);
        if (due.Count + again.Count + gone.Count + failures.Count == 0)
            return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.OutboxMessages.Where(x => due.Contains(x.SequenceNumber) || again.Contains(x.SequenceNumber))
            .ExecuteUpdateAsync(x => x.SetProperty(m => m.EnqueueTime, Relayed), cancellationToken);
        await db.ScheduleTokens.Where(x => due.Contains(x.SequenceNumber)).ExecuteDeleteAsync(cancellationToken);
        await db.RelayAttempts.Where(x => again.Contains(x.SequenceNumber)).ExecuteDeleteAsync(cancellationToken);
        await db.OutboxMessages.Where(x => gone.Contains(x.SequenceNumber)).ExecuteDeleteAsync(cancellationToken);
        foreach (var message in Messages.Where(x => !Sent(x)))
            await RelayFailure.RecordAsync(db, message, failures[message.SequenceNumber], maxAttempts, _now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        bool Sent(OutboxMessage message) => !failures.ContainsKey(message.SequenceNumber);
    }
}
