using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Turns;

/// <summary>Conversations with pending rows that nobody is answering.</summary>
internal sealed class WaitingTurns(ConversationsDbContext db, ISendEndpointProvider commands, TimeProvider time, IOptions<LeaseOptions> options)
{
    /// <param name="age">Younger rows are left to their own wake-up.</param>
    public async Task WakeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = now - age;
        var pending = db.Inbound.Where(row => row.State == InboundState.Pending && row.ReceivedAt <= before)
            .Select(row => row.ConversationId).Distinct();
        var waiting =
            from id in pending
            join lease in db.Leases.Idle(Lane.Turn, now, options.Value.SweepPause) on id equals lease.ConversationId
            join conversation in db.Conversations on lease.ConversationId equals conversation.Id
            where conversation.State != ConversationState.Parked
            select lease.ConversationId;
        var conversations = await waiting.Order().Take(SweptLanes.Most).ToListAsync(cancellationToken);
        await db.WakeAsync(commands, Lane.Turn, conversations, now, id => new RunTurn { ConversationId = id }, cancellationToken);
    }
}
