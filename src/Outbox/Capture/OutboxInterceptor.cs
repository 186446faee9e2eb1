using System.Data.Common;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EcommerceBot.Outbox.Capture;

/// <summary>
/// Outside a consumer, writes what the scope has sent together with what it saves, and wakes the relay when that transaction commits,
/// whether EF opened it or the caller did. One instance per context.
/// </summary>
internal sealed class OutboxInterceptor(OutboxBuffer buffer, RelaySignal relay, IMessagingSql sql) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private AutoTransactionBehavior? _usual;
    private List<OutboxMessage> _attached = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (HasSavepoints(db))
            await sql.WriteAsync(db, buffer.Take(), cancellationToken);
        else
            Attach(db);
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (NothingToWrite(eventData, out var db))
            return result;
        if (HasSavepoints(db))
            sql.Write(db, buffer.Take());
        else
            Attach(db);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Restore(eventData.Context!);
        if (buffer.TakeAttached() is not { Count: > 0 } alone)
            return result;
        var database = eventData.Context!.Database;
        await using var own = database.CurrentTransaction is null ? await database.BeginTransactionAsync(cancellationToken) : null;
        await sql.WriteAsync(eventData.Context, alone, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Restore(eventData.Context!);
        if (buffer.TakeAttached() is not { Count: > 0 } alone)
            return result;
        var database = eventData.Context!.Database;
        using var own = database.CurrentTransaction is null ? database.BeginTransaction() : null;
        sql.Write(eventData.Context, alone);
        own?.Commit();
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        TakeBack(eventData.Context!);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        TakeBack(eventData.Context!);
        return Task.CompletedTask;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => TakeBack(eventData.Context!);

    public override void SaveChangesCanceled(DbContextEventData eventData) => TakeBack(eventData.Context!);

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

    // Rows written after a savepoint bear another xmin than the transaction's others, and relays know a transaction by it.
    private static bool HasSavepoints(DbContext db) => db.Database is { CurrentTransaction: not null, AutoSavepointsEnabled: true };

    /// <summary>The rows go with the first command. Always in a transaction: an UPDATE that loses a race fails without an error of the store's, which would keep them.</summary>
    private void Attach(DbContext db)
    {
        _usual = db.Database.AutoTransactionBehavior;
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        _attached = buffer.Attach();
    }

    /// <summary>The rows are gone with the transaction: a caller who mends its changes and saves again still sends them.</summary>
    private void TakeBack(DbContext db)
    {
        foreach (var message in _attached)
            buffer.Add(message);
        buffer.TakeAttached();
        Restore(db);
    }

    private void Restore(DbContext db)
    {
        if (_usual is { } usual)
            db.Database.AutoTransactionBehavior = usual;
        (_usual, _attached) = (null, []);
    }

    private void WakeRelay()
    {
        if (buffer.TakeWritten())
            relay.Wake();
    }
}
