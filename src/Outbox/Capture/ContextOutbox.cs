using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Capture;

/// <summary>What the SaveChanges that one context is running takes along from its scope's buffer.</summary>
internal sealed class ContextOutbox(OutboxBuffer buffer)
{
    private AutoTransactionBehavior? _usual;
    private List<OutboxMessage> _attached = [];

    public OutboxBuffer Buffer => buffer;

    /// <summary>The rows go with the first command.</summary>
    public void Attach(DbContext db, AutoTransactionBehavior behaviour)
    {
        _usual = db.Database.AutoTransactionBehavior;
        db.Database.AutoTransactionBehavior = behaviour;
        _attached = buffer.Attach();
    }

    /// <summary>The rows are gone with the transaction: a caller who mends its changes and saves again still sends them.</summary>
    public void TakeBack(DbContext db)
    {
        foreach (var message in _attached)
            buffer.Add(message);
        buffer.TakeAttached();
        Restore(db);
    }

    public void Restore(DbContext db)
    {
        if (_usual is { } usual)
            db.Database.AutoTransactionBehavior = usual;
        (_usual, _attached) = (null, []);
    }
}
