using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Inbox;

/// <summary>
/// One transaction per consumed message: inbox row, the consumer's changes and its outgoing messages commit together or not at all.
/// The inbox insert comes first and is the lock: a concurrent duplicate waits on the unique key until the first has committed
/// (then it inserts nothing and is done) or has rolled back (then it is the first).
/// </summary>
internal sealed class InboxContextFactory<TContext>(TContext db, IServiceProvider services, OutboxBuffer buffer, IMessagingSql sql) : IOutboxContextFactory<TContext>
    where TContext : ModuleDbContext
{
    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next) where T : class
    {
        // The original id, so that a redelivered copy (new MessageId) is still the same message.
        var messageId = context.GetOriginalMessageId() ?? throw new MessageException(typeof(T), "The message has no MessageId, so the inbox cannot tell a duplicate");
        db.Database.AutoSavepointsEnabled = false;
        buffer.WrittenByInbox = true;
        var inbox = new InboxConsumeContext<T>(context, options, services, db, buffer, sql);

        await using (var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken))
        {
            inbox.Consumed = !await ClaimAsync(messageId, options.ConsumerId, context.CancellationToken);
            if (!inbox.Consumed)
            {
                await next.Send(inbox);
                await transaction.CommitAsync(context.CancellationToken);
            }
        }

        // Once more with both flags set: MassTransit then reports a duplicate as consumed; otherwise it would end in _skipped.
        inbox.Consumed = inbox.Delivered = true;
        await next.Send(inbox);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    private async Task<bool> ClaimAsync(Guid messageId, Guid consumerId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(sql.ClaimInbox, [messageId, consumerId, Guid.Empty, buffer.Now], cancellationToken) == 1;
}
