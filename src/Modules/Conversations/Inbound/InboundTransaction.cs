using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>Stores a batch with its identities, conversations and wake-ups: all or nothing, and nothing twice.</summary>
internal sealed class InboundTransaction(ConversationsDbContext db, ISendEndpointProvider commands, Metrics metrics, TimeProvider time)
{
    public async Task CommitAsync(IReadOnlyList<InboundUpdate> updates, IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = await StoreUpdatesAsync(updates, cancellationToken);
        foreach (var conversation in stored.Select(row => row.ConversationId).OfType<Guid>().Distinct())
            await WakeAsync(conversation, updates, cancellationToken);
        if (statuses.Count > 0 && await db.InsertAsync(InKeyOrder(statuses), cancellationToken: cancellationToken) > 0)
        {
            foreach (var channel in statuses.Select(status => status.Channel).Distinct())
                await commands.SendCommandAsync(new ApplyStatuses { Channel = channel }, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        metrics.Duplicates(updates.Count - stored.Count);
        foreach (var channel in stored.GroupBy(row => row.Channel))
            metrics.Received(channel.Key, channel.Count());
    }

    /// <summary>In the trace of the first request that wrote to it.</summary>
    private async Task WakeAsync(Guid conversation, IReadOnlyList<InboundUpdate> updates, CancellationToken cancellationToken)
    {
        using var span = Tracing.Follow("inbound stored", updates.FirstOrDefault(update => update.ConversationId == conversation)?.TraceParent);
        await commands.SendCommandAsync(new RunTurn { ConversationId = conversation }, cancellationToken);
    }

    private sealed record Stored(string Channel, Guid? ConversationId);

    private async Task<List<Stored>> StoreUpdatesAsync(IReadOnlyList<InboundUpdate> updates, CancellationToken cancellationToken)
    {
        if (updates.Count == 0)
            return [];
        var now = time.GetUtcNow();
        List<InboundUpdate> spoken = [.. updates.Where(update => update.ConversationId is not null)];
        await StoreConversationsAsync(spoken, now, cancellationToken);
        // Ignored rows first and in key order, so that overlapping batches cannot wait for each other in a ring. The others keep the order
        // they arrived in, which is the order they are answered in: their conversations' rows, locked above, let no overlapping batch in.
        var ignored = updates.Where(update => update.ConversationId is null).OrderBy(update => update.NaturalId, StringComparer.Ordinal);
        var known = await KnownAsync(updates, cancellationToken);
        List<InboundRow> rows = [.. ignored.Concat(spoken).Select(update => update.ToRow(now)).Where(row => !known.Contains(KeyOf(row)))];
        var sequences = await db.InsertNumberedAsync(rows, cancellationToken);
        var stored = await db.Inbound.Where(row => sequences.Contains(row.Sequence))
            .Select(row => new Stored(row.Channel, row.ConversationId)).ToListAsync(cancellationToken);
        // Only what is new opens a channel's reply window again; a copy that comes a day later must not.
        var heard = stored.Select(row => row.ConversationId).OfType<Guid>().Distinct().ToList();
        await db.Conversations.Where(row => heard.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastInboundAt, now), cancellationToken);
        return stored;
    }

    private async Task StoreConversationsAsync(List<InboundUpdate> updates, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (updates.Count == 0)
            return;
        var owners = await db.OwnersAsync(updates, now, cancellationToken);
        var known = await db.Conversations.Where(row => owners.Keys.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        List<Conversation> conversations = [.. updates.GroupBy(update => update.ConversationId!.Value).OrderBy(group => group.Key)
            .Select(group => Conversation(group, owners[group.Key], now))];
        await db.InsertAsync(
            conversations, "ON CONFLICT (id) DO UPDATE SET display_name = COALESCE(excluded.display_name, existing.display_name)", cancellationToken);
        var lanes = conversations.Where(row => !known.Contains(row.Id)).SelectMany(row => Enum.GetValues<Lane>(), (row, lane) => new Lease { ConversationId = row.Id, Lane = lane });
        await db.InsertAsync([.. lanes], cancellationToken: cancellationToken);
    }

    /// <summary>
    /// What is there already is left out before the INSERT. On PostgreSQL an INSERT that meets a row which a turn is just changing would wait for
    /// that turn, and the turn for the conversation's row that is locked above.
    /// </summary>
    private async Task<HashSet<(string Channel, string Account, string Kind, string Id)>> KnownAsync(IReadOnlyList<InboundUpdate> updates, CancellationToken cancellationToken)
    {
        var (channels, accounts, kinds) = (Distinct(x => x.Channel), Distinct(x => x.Account), Distinct(x => x.Kind));
        var ids = Distinct(x => x.NaturalId);
        var rows = await db.Inbound.Where(x => channels.Contains(x.Channel) && accounts.Contains(x.Account) && kinds.Contains(x.Kind) && ids.Contains(x.NaturalId))
            .Select(x => new { x.Channel, x.Account, x.Kind, x.NaturalId }).ToListAsync(cancellationToken);
        return [.. rows.Select(x => (x.Channel, x.Account, x.Kind, x.NaturalId))];

        List<string> Distinct(Func<InboundUpdate, string> part) => [.. updates.Select(part).Distinct()];
    }

    private static (string Channel, string Account, string Kind, string Id) KeyOf(InboundRow row) => (row.Channel, row.Account, row.Kind, row.NaturalId);

    private static Conversation Conversation(IGrouping<Guid, InboundUpdate> updates, string owner, DateTimeOffset now) => new()
    {
        Id = updates.Key,
        Channel = updates.First().Channel,
        Account = updates.First().Account,
        ExternalId = updates.First().Sender!,
        OwnerId = owner,
        DisplayName = updates.LastOrDefault(update => update.DisplayName is not null)?.DisplayName,
        LastInboundAt = now,
        CreatedAt = now,
    };

    private static List<DeliveryStatus> InKeyOrder(IReadOnlyList<DeliveryStatus> statuses) =>
    [
        .. statuses.OrderBy(x => x.Account, StringComparer.Ordinal)
            .ThenBy(x => x.ProviderId, StringComparer.Ordinal).ThenBy(x => x.Status, StringComparer.Ordinal),
    ];
}
