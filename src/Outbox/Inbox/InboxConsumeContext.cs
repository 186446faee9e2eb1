using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Tables;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Inbox;

/// <summary>What a transactional consumer sees: its sends are buffered, and written with its changes when it has finished.</summary>
internal sealed class InboxConsumeContext<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IServiceProvider services, DbContext db, OutboxBuffer buffer, IMessagingSql sql)
    : OutboxConsumeContextProxy<T>(context, options, services), IInboxTransaction where T : class
{
    public bool Consumed { get; set; }
    public bool Delivered { get; set; }

    public override bool ContinueProcessing { get; set; } = true;
    public override bool IsMessageConsumed => Consumed;
    public override bool IsOutboxDelivered => Delivered;
    public override int ReceiveCount => 1;
    public override long? LastSequenceNumber => null;

    public async Task CancelScheduleAsync(Guid token, CancellationToken cancellationToken)
    {
        if (!buffer.Forget(token))
            await db.Database.ExecuteSqlRawAsync(sql.CancelSchedule, [token], cancellationToken);
    }

    public override async Task SetConsumed()
    {
        buffer.Attach();
        if (db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(CancellationToken);
        if (buffer.TakeAttached() is { Count: > 0 } alone)
            await sql.WriteAsync(db, alone, CancellationToken);
    }

    public override Task AddSend<TMessage>(SendContext<TMessage> context)
    {
        buffer.Add(OutboxMessage.Capture(context, buffer.Now));
        return Task.CompletedTask;
    }

    // The relay delivers for everybody; the core's own delivery loop after each consumer finds nothing to do.
    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult(new List<OutboxMessageContext>());
    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;
    public override Task RemoveOutboxMessages() => Task.CompletedTask;
    public override Task SetDelivered() => Task.CompletedTask;
}
