using System.Data.Common;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace EcommerceBot.Outbox.Capture;

/// <summary>
/// Outside a consumer, writes what the scope has sent together with what it saves, and wakes the relay when that transaction commits,
/// whether EF opened it or the caller did. One instance per context.
/// </summary>
internal sealed class OutboxInterceptor(OutboxBuffer buffer, RelaySignal relay, IMessagingSql sql) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private IDbContextTransaction? _own;
    private List<OutboxMessage> _written = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (db.Database.CurrentTransaction is null)
            _own = await db.Database.BeginTransactionAsync(cancellationToken);
        await sql.WriteAsync(db, _written = buffer.Take(), cancellationToken);
        buffer.HasWritten = true;
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (db.Database.CurrentTransaction is null)
            _own = db.Database.BeginTransaction();
        sql.Write(db, _written = buffer.Take());
        buffer.HasWritten = true;
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (TakeOwn() is { } own)
        {
            await using (own)
                await own.CommitAsync(cancellationToken);
        }
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (TakeOwn() is { } own)
        {
            using (own)
                own.Commit();
        }
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => TakeBackAsync();

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => TakeBackAsync();

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => TakeBackAsync().GetAwaiter().GetResult();

    public override void SaveChangesCanceled(DbContextEventData eventData) => TakeBackAsync().GetAwaiter().GetResult();

    void IDbTransactionInterceptor.TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => WakeRelay();

    Task IDbTransactionInterceptor.TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        WakeRelay();
        return Task.CompletedTask;
    }

    private bool NothingToWrite(DbContextEventData eventData, out DbContext db)
    {
        db = eventData.Context!;
        return buffer.WrittenByInbox || buffer.IsEmpty || db is MessagingDbContext;
    }

    /// <summary>The rows are gone with the transaction that was ours: a caller who mends its changes and saves again still sends them.</summary>
    private async Task TakeBackAsync()
    {
        if (TakeOwn() is not { } own)
            return;
        await own.DisposeAsync();
        buffer.HasWritten = false;
        foreach (var message in _written)
            buffer.Add(message);
        _written = [];
    }

    private IDbContextTransaction? TakeOwn()
    {
        var own = _own;
        _own = null;
        return own;
    }

    private void WakeRelay()
    {
        if (!buffer.HasWritten)
            return;
        buffer.HasWritten = false;
        relay.Wake();
    }
}
