using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>The outbound rows a page has not seen yet.</summary>
internal sealed class WebChatReplies(ConversationsDbContext db)
{
    private const int AtOnce = 100;

    internal sealed record Reply(int Sequence, string Message);

    public Task<List<Reply>> AfterAsync(Guid conversationId, int sequence, CancellationToken cancellationToken) => db.Outbound
        .Where(x => x.ConversationId == conversationId && x.Sequence > sequence)
        .OrderBy(x => x.Sequence).Take(AtOnce).Select(x => new Reply(x.Sequence, x.Message)).ToListAsync(cancellationToken);

    public Task<int> MarkDeliveredAsync(Guid conversationId, int upTo, CancellationToken cancellationToken) => db.WriteAsync(
        () => db.Outbound.Where(x => x.ConversationId == conversationId && x.Sequence <= upTo && x.State == OutboundState.Sent)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, OutboundState.Delivered), cancellationToken), cancellationToken);
}
