using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>Moves outbound rows by what the channel reports, in the caller's transaction.</summary>
internal sealed class StatusLedger(ConversationsDbContext db)
{
    /// <summary>
    /// Waits until nobody else applies this channel's statuses, to the end of the transaction. The statuses of one reply come as webhooks of their
    /// own; applied side by side, all but one of them would lose the race for its row. SQLite has one writer anyway.
    /// </summary>
    public Task AloneAsync(string channel, CancellationToken cancellationToken) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('conversations.statuses.' || {channel}, 0))", cancellationToken);

    /// <summary>
    /// Applies each status whose message is known and returns the conversations whose next reply may go; the others wait as unmatched.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> ApplyAsync(IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancellationToken)
    {
        var providerIds = statuses.Select(x => x.ProviderId).Distinct().ToList();
        var correlations = statuses.Select(x => x.Correlation).OfType<Guid>().Distinct().ToList();
        var rows = await db.Outbound.Where(x => providerIds.Contains(x.ProviderId!) || correlations.Contains(x.Id)).ToListAsync(cancellationToken);
        var settled = new HashSet<Guid>();
        foreach (var status in statuses)
        {
            var row = rows.Find(x => x.Id == status.Correlation) ?? rows.Find(x => x.ProviderId == status.ProviderId);
            status.State = row is null ? StatusState.Unmatched : StatusState.Applied;
            if (row is not null && Apply(row, status))
                settled.Add(row.ConversationId);
        }
        return [.. settled];
    }

    /// <summary>Applies what overtook the answer to our own send.</summary>
    public async Task ApplyEarlyAsync(OutboundRow row, Conversation conversation, string providerId, CancellationToken cancellationToken)
    {
        var early = await db.DeliveryStatuses
            .Where(x => x.Channel == conversation.Channel && x.Account == conversation.Account && x.ProviderId == providerId)
            .Where(x => x.State != StatusState.Applied).OrderBy(x => x.Sequence).ToListAsync(cancellationToken);
        foreach (var status in early)
        {
            Apply(row, status);
            status.State = StatusState.Applied;
        }
    }

    /// <summary>True when the status settled the row. Pure but for the row itself.</summary>
    internal static bool Apply(OutboundRow row, DeliveryStatus status)
    {
        row.ProviderId ??= status.ProviderId;
        if (status.ErrorCode is not null)
            row.Reason = status.ErrorCode;
        if (RankOf(status.Status) is not { } rank || rank <= row.State)
            return false;
        var wasOpen = row.State < OutboundState.Sent;
        row.State = rank;
        row.SentAt ??= status.ReceivedAt;
        return wasOpen;
    }

    /// <summary>Null for a word that says nothing about the way to the customer.</summary>
    private static OutboundState? RankOf(string status) => status switch
    {
        "sent" => OutboundState.Sent,
        "delivered" => OutboundState.Delivered,
        "read" or "played" => OutboundState.Read,
        "failed" => OutboundState.Failed,
        _ => null,
    };
}
