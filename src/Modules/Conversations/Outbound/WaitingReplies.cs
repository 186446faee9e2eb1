using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>
/// Conversations whose next reply is due and that nobody is sending in: stranded, refused a while ago, or unknown for long enough.
/// </summary>
internal sealed class WaitingReplies(
    ConversationsDbContext db, ISendEndpointProvider commands, TimeProvider time, IOptions<LeaseOptions> leases, IOptions<OutboundOptions> options)
{
    /// <param name="age">Younger rows are left to their own wake-up.</param>
    public async Task WakeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (before, lately, graceOver) = (now - age, now - leases.Value.SweepPause, now - options.Value.UnknownGrace);
        var open = db.Outbound.Where(row => row.State < OutboundState.Sent);
        var first = open.Where(row => !open.Any(earlier => earlier.ConversationId == row.ConversationId && earlier.Sequence < row.Sequence));
        var due =
            from row in first
            join lease in db.Leases on row.ConversationId equals lease.ConversationId
            where lease.Lane == Lane.Send && (lease.Until == null || lease.Until <= now)
            where (row.State == OutboundState.Queued && (row.NotBefore == null ? row.CreatedAt <= before : row.NotBefore <= now))
                || row.State == OutboundState.Sending
                || (row.State == OutboundState.Unknown && row.UnknownSince <= graceOver)
            where lease.SweptAt == null || lease.SweptAt <= lately || lease.SweptAt < row.NotBefore || lease.SweptAt < row.UnknownSince
            select row.ConversationId;
        var conversations = await due.Order().Take(SweptLanes.Most).ToListAsync(cancellationToken);
        await db.WakeAsync(commands, Lane.Send, conversations, now, id => new SendReplies { ConversationId = id }, cancellationToken);
    }
}
