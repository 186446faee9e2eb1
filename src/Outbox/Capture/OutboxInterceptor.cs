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

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (db.Database.CurrentTransaction is null)
            _own = await db.Database.BeginTransactionAsync(cancellationToken);
        await sql.WriteAsync(db, buffer.Take(), cancellationToken);
        buffer.HasWritten = true;
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (db.Database.CurrentTransaction is null)
            _own = db.Database.BeginTransaction();
        sql.Write(db, buffer.Take());
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

    public override async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (TakeOwn() is { } own)
            await own.DisposeAsync();
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => TakeOwn()?.Dispose();

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
