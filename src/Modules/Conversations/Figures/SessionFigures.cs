using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Figures;

/// <summary>How busy the conversations are and what waits in them, as the store knows it.</summary>
internal sealed record SessionFigures(DateTimeOffset At, int Active, double MessagesPerSession, int WithPerson, int Pending, TimeSpan OldestInbound, int Unsent, TimeSpan OldestUnsent)
{
    private const int MostMessages = 20_000;

    /// <summary>Who wrote within it is in a session.</summary>
    private static readonly TimeSpan Session = TimeSpan.FromMinutes(15);

    public static async Task<SessionFigures> ReadAsync(ConversationsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sessionAgo, hourAgo) = (now - Session, now.AddHours(-1));
        var active = await db.Conversations.CountAsync(x => x.LastInboundAt >= sessionAgo, cancellationToken);
        var withPerson = await db.Conversations.CountAsync(x => x.State != ConversationState.Open, cancellationToken);
        // The newest rows by their key, since time has no index here.
        var lately = db.Inbound.OrderByDescending(x => x.Sequence).Take(MostMessages).Where(x => x.ConversationId != null && x.Kind != InboundKinds.Notice && x.ReceivedAt >= hourAgo);
        var sizes = await lately.GroupBy(x => x.ConversationId).Select(x => x.Count()).ToListAsync(cancellationToken);
        // What waits for a person does not wait for the bot.
        var waiting = db.Inbound.Where(x => x.State == InboundState.Pending && db.Conversations.Any(y => y.Id == x.ConversationId && y.State == ConversationState.Open));
        var pending = await waiting.CountAsync(cancellationToken);
        var oldest = pending == 0 ? now : await waiting.OrderBy(x => x.ReceivedAt).Select(x => x.ReceivedAt).FirstOrDefaultAsync(cancellationToken);
        var queued = db.Outbound.Where(x => x.State < OutboundState.Sent);
        var unsent = await queued.CountAsync(cancellationToken);
        var first = unsent == 0 ? now : await queued.OrderBy(x => x.CreatedAt).Select(x => x.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return new SessionFigures(now, active, sizes.Count == 0 ? 0 : sizes.Average(), withPerson, pending, Age(now, oldest), unsent, Age(now, first));
    }

    // A row may have gone between two of the questions: it then has no age.
    private static TimeSpan Age(DateTimeOffset now, DateTimeOffset then) => then == default || then > now ? TimeSpan.Zero : now - then;
}
