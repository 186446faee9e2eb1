using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>Sessions by their tokens.</summary>
internal sealed class WebChatSessions(ConversationsDbContext db, TimeProvider time)
{
    public async Task<string> OpenAsync(CancellationToken cancellationToken)
    {
        var token = WebChatToken.New();
        await db.WriteAsync(() =>
        {
            db.WebChatSessions.Add(new WebChatSession { Id = WebChatToken.SessionId(token)!, CreatedAt = time.GetUtcNow() });
            return db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        return token;
    }

    /// <summary>Null for a token that we did not give out.</summary>
    public async Task<string?> FindAsync(string token, CancellationToken cancellationToken) =>
        WebChatToken.SessionId(token) is { } id && await db.WebChatSessions.AnyAsync(x => x.Id == id, cancellationToken) ? id : null;

    /// <summary>The session is the account, and its only customer.</summary>
    public static Guid ConversationOf(string sessionId) => ConversationId.Of(WebChatChannel.ChannelName, sessionId, sessionId);
}
