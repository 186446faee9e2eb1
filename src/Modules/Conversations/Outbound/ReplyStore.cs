using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>Makes outbound rows of a turn's replies, in the transaction that ends the turn.</summary>
internal sealed class ReplyStore(ConversationsDbContext db, ISendEndpointProvider commands, ChannelSet channels, Metrics metrics, TimeProvider time)
{
    /// <summary>Adds the rows and the wake-up of the sender to the caller's transaction; returns how many rows.</summary>
    public async Task<int> StoreAsync(
        Conversation conversation, Guid turnId, IReadOnlyList<OutgoingMessage> replies, CancellationToken cancellationToken)
    {
        var channel = channels.Find(conversation.Channel);
        List<OutgoingMessage> portions = [.. channel is null ? replies : replies.SelectMany(channel.Portions)];
        if (portions.Count == 0)
            return 0;
        var state = channel?.Stored ?? OutboundState.Queued;
        var last = await db.Outbound.Where(x => x.ConversationId == conversation.Id).MaxAsync(x => (int?)x.Sequence, cancellationToken) ?? 0;
        var now = time.GetUtcNow();
        db.Outbound.AddRange(portions.Select((message, index) => new OutboundRow
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            Sequence = last + index + 1,
            TurnId = turnId,
            Ordinal = index + 1,
            Message = ReplyJson.Write(message),
            State = state,
            CreatedAt = now,
            SentAt = state == OutboundState.Sent ? now : null,
        }));
        if (state == OutboundState.Queued)
            await commands.SendCommandAsync(new SendReplies { ConversationId = conversation.Id }, cancellationToken);
        metrics.Replied(conversation.Channel, portions.Count);
        return portions.Count;
    }
}
