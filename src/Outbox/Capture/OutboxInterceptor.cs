using System.Data.Common;
using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EcommerceBot.Outbox.Capture;

/// <summary>
/// Outside a consumer, writes what the scope has sent together with what it saves, and wakes the relay when that transaction commits,
/// whether EF opened it or the caller did. It keeps nothing itself: contexts are pooled, and what it needs stands at the context.
/// </summary>
internal sealed class OutboxInterceptor(RelaySignal relay, IMessagingSql sql) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (HasSavepoints(db))
            await sql.WriteAsync(db, db.Outbox.Buffer.Take(), cancellationToken);
        else
            db.Outbox.Attach(db, TransactionOf(db));
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (HasSavepoints(db))
            sql.Write(db, db.Outbox.Buffer.Take());
        else
            db.Outbox.Attach(db, TransactionOf(db));
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = ContextOf(eventData);
        db.Outbox.Restore(db);
        if (db.Outbox.Buffer.TakeAttached() is { Count: > 0 } alone)
        {
            await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
            await sql.WriteAsync(db, alone, cancellationToken);
            if (own is not null)
                await own.CommitAsync(cancellationToken);
        }
        WakeRelayUnlessOpen(db);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        var db = ContextOf(eventData);
        db.Outbox.Restore(db);
        if (db.Outbox.Buffer.TakeAttached() is { Count: > 0 } alone)
        {
            using var own = db.Database.CurrentTransaction is null ? db.Database.BeginTransaction() : null;
            sql.Write(db, alone);
            own?.Commit();
        }
        WakeRelayUnlessOpen(db);
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesFailed(eventData);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesCanceled(eventData);
        return Task.CompletedTask;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => ContextOf(eventData).Outbox.TakeBack(eventData.Context!);

    public override void SaveChangesCanceled(DbContextEventData eventData) => ContextOf(eventData).Outbox.TakeBack(eventData.Context!);

    void IDbTransactionInterceptor.TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => WakeRelay(ContextOf(eventData));

    Task IDbTransactionInterceptor.TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        WakeRelay(ContextOf(eventData));
        return Task.CompletedTask;
    }

    private static ModuleDbContext ContextOf(DbContextEventData eventData) => (ModuleDbContext)eventData.Context!;

    private static bool NothingToWrite(DbContextEventData eventData, out ModuleDbContext db)
    {
        db = ContextOf(eventData);
        return db.Outbox.Buffer.WrittenByInbox || db.Outbox.Buffer.IsEmpty || db is MessagingDbContext;
    }

    // Rows written after a savepoint bear another xmin than the transaction's others, and relays know a transaction by it.
    private static bool HasSavepoints(DbContext db) => db.Database is { CurrentTransaction: not null, AutoSavepointsEnabled: true };

    /// <summary>
    /// One inserted row and its messages can go in a single trip that the store takes as one transaction. All else needs one of its own: an UPDATE
    /// that loses a race fails without an error of the store's, which would keep the messages.
    /// </summary>
    private AutoTransactionBehavior TransactionOf(DbContext db) =>
        sql.TripIsTransaction && db.Database.CurrentTransaction is null && db.ChangeTracker.Entries().Where(IsChange).Take(2).ToList() is [{ State: EntityState.Added }]
            ? AutoTransactionBehavior.WhenNeeded
            : AutoTransactionBehavior.Always;

    private static bool IsChange(EntityEntry entry) => entry.State is not EntityState.Unchanged;

    private void WakeRelayUnlessOpen(ModuleDbContext db)
    {
        if (db.Database.CurrentTransaction is null)
            WakeRelay(db);
    }

    private void WakeRelay(ModuleDbContext db)
    {
        if (db.Outbox.Buffer.TakeWritten())
            relay.Wake();
    }
}
