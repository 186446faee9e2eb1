using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>The words on the button that was pressed: the page sends only its id.</summary>
internal static class OfferedTitle
{
    private const string Product = "product:";

    // Far enough back for any button still on the screen.
    private const int RepliesBack = 50;

    /// <summary>Empty for an id that this conversation never offered.</summary>
    public static async Task<string> OfAsync(ConversationsDbContext db, Guid conversationId, string action, CancellationToken cancellationToken)
    {
        var replies = await db.Outbound.AsNoTracking().Where(x => x.ConversationId == conversationId)
            .OrderByDescending(x => x.Sequence).Take(RepliesBack).Select(x => x.Message).ToListAsync(cancellationToken);
        return replies.Select(reply => In(ReplyJson.Read(reply), action)).FirstOrDefault(title => title is not null) ?? "";
    }

    private static string? In(OutgoingMessage reply, string action) =>
        reply.Options.FirstOrDefault(option => option.Id == action)?.Title
        ?? reply.Products.FirstOrDefault(card => action.StartsWith(Product, StringComparison.Ordinal) && card.Id == action[Product.Length..])?.Title;
}
