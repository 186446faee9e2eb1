using System.Globalization;
using System.Runtime.CompilerServices;
using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Failures;

/// <summary>
/// The dead letters of the in-memory transport. A replayed row becomes an outbox row to its queue in one transaction; whichever Host serves
/// relays it, so a command needs no bus.
/// </summary>
internal sealed class FailedRows(IServiceScopeFactory scopes, RelaySignal relay, TimeProvider time) : IDeadLetters
{
    private const int BatchSize = 100;

    public async IAsyncEnumerable<DeadLetter> PeekAsync(DeadLetterFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
        await foreach (var row in Narrowed(db, filter).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var letter = Show(row);
            if (filter.Fits(letter))
                yield return letter;
        }
    }

    public async Task<IReadOnlyList<Refusal>> SettleAsync(DeskVerb verb, DeadLetterFilter filter, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var settled = 0;
        var last = await LastAsync(cancellationToken);
        for (long after = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A context for each batch, or it would hold every row that ever passed.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
            var first = after;
            var rows = await Narrowed(db, filter).Where(x => x.Id > first && x.Id <= last).OrderBy(x => x.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return refusals;
            after = rows[^1].Id;
            settled += await SettleAsync(db, verb, rows.Where(row => filter.Fits(Show(row))), refusals, cancellationToken);
            progress.Report(settled);
        }
    }

    private async Task<int> SettleAsync(MessagingDbContext db, DeskVerb verb, IEnumerable<FailedMessage> rows, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (verb == DeskVerb.Replay)
            {
                var (message, reason) = ReplayedRow.From(row, time.GetUtcNow().UtcDateTime);
                if (message is null)
                {
                    refusals.Add(new Refusal(IdOf(row), reason!));
                    continue;
                }
                db.Add(message);
            }
            db.Remove(row);
            count++;
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new InvalidOperationException("Somebody else is settling the same messages. Those settled before stay so; look at the list, then ask again.");
        }
        if (count > 0 && verb == DeskVerb.Replay)
            relay.Wake();
        return count;
    }

    private async Task<long> LastAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MessagingDbContext>().FailedMessages.MaxAsync(x => (long?)x.Id, cancellationToken) ?? 0;
    }

    /// <summary>What the store can tell apart cheaply; <see cref="DeadLetterFilter.Fits"/> has the last word.</summary>
    private static IQueryable<FailedMessage> Narrowed(MessagingDbContext db, DeadLetterFilter filter)
    {
        IQueryable<FailedMessage> rows = db.FailedMessages;
        if (filter.Queue is { } queue)
            rows = rows.Where(x => x.Queue == queue);
        if (filter.FailedBefore?.UtcDateTime is { } before)
            rows = rows.Where(x => x.FailedAt < before);
        if (filter.FailedAfter?.UtcDateTime is { } after)
            rows = rows.Where(x => x.FailedAt > after);
        return rows;
    }

    private static string IdOf(FailedMessage row) => row.Id.ToString(CultureInfo.InvariantCulture);

    private static DeadLetter Show(FailedMessage row) => new()
    {
        Id = IdOf(row),
        Queue = row.Queue,
        Kind = "error",
        MessageId = row.MessageId == Guid.Empty ? null : row.MessageId,
        MessageType = MessageTypes.Name(row.MessageType),
        ContentType = row.ContentType,
        ExceptionType = row.ExceptionType,
        ExceptionMessage = row.ExceptionMessage,
        StackTrace = row.StackTrace,
        FailedAt = new DateTimeOffset(DateTime.SpecifyKind(row.FailedAt, DateTimeKind.Utc)),
        Retries = row.Retries,
        Body = row.Body,
    };
}
