using EcommerceBot.Conversations.Channels.WebChat;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Retention;

/// <summary>Deletes what has been kept for long enough, a small batch of each kind at a time. What still waits for something is never old.</summary>
internal sealed class OldRows(ConversationsDbContext db, TimeProvider time, IOptions<RetentionOptions> options)
{
    // Any number that no other job takes.
    internal const long Alone = 0x45_43_42_4F_54_50_52_4E;

    /// <summary>Rows deleted; 0 when nothing is old, or another replica is at it.</summary>
    public async Task<int> DeleteSomeAsync(CancellationToken cancellationToken)
    {
        var (now, keep) = (time.GetUtcNow(), options.Value);
        return await AloneAsync(() => InboundAsync(now - keep.Inbound, cancellationToken), cancellationToken)
            + await AloneAsync(() => OutboundAsync(now - keep.Outbound, cancellationToken), cancellationToken)
            + await AloneAsync(() => TurnsAsync(now - keep.Turns, cancellationToken), cancellationToken)
            + await AloneAsync(() => StatusesAsync(now - keep.Statuses, cancellationToken), cancellationToken)
            + await AloneAsync(() => SessionsAsync(now - keep.WebChatSessions, cancellationToken), cancellationToken);
    }

    /// <summary>The embedded store has one process at a time; on the other the lock ends with the transaction, also when its process dies.</summary>
    private Task<int> AloneAsync(Func<Task<int>> delete, CancellationToken cancellationToken) => db.WriteAsync(async () =>
        db.Database.IsSqlite() || await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Alone}) AS \"Value\"").SingleAsync(cancellationToken)
            ? await delete()
            : 0, cancellationToken);

    private Task<int> InboundAsync(DateTimeOffset before, CancellationToken cancellationToken) => db.Inbound
        .Where(x => x.State != InboundState.Pending && x.ReceivedAt < before)
        .OrderBy(x => x.ReceivedAt).Take(options.Value.BatchSize).ExecuteDeleteAsync(cancellationToken);

    private Task<int> OutboundAsync(DateTimeOffset before, CancellationToken cancellationToken) => db.Outbound
        .Where(x => x.State >= OutboundState.Sent && x.CreatedAt < before)
        .Where(x => db.Outbound.Any(later => later.ConversationId == x.ConversationId && later.Sequence > x.Sequence))
        .OrderBy(x => x.CreatedAt).Take(options.Value.BatchSize).ExecuteDeleteAsync(cancellationToken);

    /// <summary>A failed turn whose rows wait for a person tells that person which they are.</summary>
    private async Task<int> TurnsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = await db.Turns.Where(x => x.State != TurnState.Running && x.StartedAt < before)
            .Where(x => !db.Inbound.Any(row => row.TurnId == x.Id && row.State == InboundState.Pending))
            .OrderBy(x => x.StartedAt).Select(x => x.Id).Take(options.Value.BatchSize).ToListAsync(cancellationToken);
        return await db.ToolCalls.Where(x => old.Contains(x.TurnId)).ExecuteDeleteAsync(cancellationToken)
            + await db.Turns.Where(x => old.Contains(x.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private Task<int> StatusesAsync(DateTimeOffset before, CancellationToken cancellationToken) => db.DeliveryStatuses
        .Where(x => x.State != StatusState.Pending && x.ReceivedAt < before)
        .OrderBy(x => x.ReceivedAt).Take(options.Value.BatchSize).ExecuteDeleteAsync(cancellationToken);

    private Task<int> SessionsAsync(DateTimeOffset before, CancellationToken cancellationToken) => db.WebChatSessions
        .Where(x => x.CreatedAt < before)
        .Where(x => !db.Conversations.Any(row => row.Channel == WebChatChannel.ChannelName && row.Account == x.Id && row.LastInboundAt >= before))
        .OrderBy(x => x.CreatedAt).Take(options.Value.BatchSize).ExecuteDeleteAsync(cancellationToken);
}
