using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Contracts.Events;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Turns;

/// <summary>
/// Ends a turn in one transaction: replies, rows, memory, wake-up of the sender. An owner who lost the lease writes nothing.
/// </summary>
internal sealed class TurnCommit(ConversationsDbContext db, Leases leases, ReplyStore replies, IPublishEndpoint events, TimeProvider time)
{
    private const int LongestMemory = 16 * 1024;

    /// <summary>How many outbound rows were stored.</summary>
    /// <exception cref="LeaseLostException">Another owner has taken over.</exception>
    public Task<int> CommitAsync(HeldLease lease, FrozenTurn turn, AgentReply reply, CancellationToken cancellationToken) => db.WriteAsync(async () =>
    {
        await leases.HoldAsync(db, lease, cancellationToken);
        if (reply.Memory?.Length > LongestMemory)
            throw new InvalidOperationException($"The agent's memory has {reply.Memory.Length} characters; it may have {LongestMemory}.");
        var now = time.GetUtcNow();
        await db.Turns.Where(x => x.Id == turn.Turn.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, TurnState.Done).SetProperty(x => x.CompletedAt, now), cancellationToken);
        await db.Inbound.Where(x => x.TurnId == turn.Turn.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, InboundState.Done), cancellationToken);
        await db.Conversations.Where(x => x.Id == lease.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.Memory, reply.Memory), cancellationToken);
        var stored = await replies.StoreAsync(turn.Conversation, turn.Turn.Id, reply.Messages, cancellationToken);
        if (reply.HandOff)
            await HandOffAsync(lease.ConversationId, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return stored;
    }, cancellationToken);

    private async Task HandOffAsync(Guid conversationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Conversations.Where(x => x.Id == conversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, ConversationState.WithPerson), cancellationToken);
        await events.Publish(new ConversationHandedOff { ConversationId = conversationId, RequestedAt = now }, cancellationToken);
    }
}
