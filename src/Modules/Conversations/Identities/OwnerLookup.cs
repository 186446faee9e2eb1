using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Identities;

/// <summary>
/// Finds the owner behind each sender of a batch and makes one for those seen for the first time, in the batch's own transaction.
/// </summary>
internal static class OwnerLookup
{
    private sealed record Key(string Channel, string Account, string ExternalId);

    /// <summary>The owner of each update's sender, by conversation.</summary>
    public static async Task<Dictionary<Guid, string>> OwnersAsync(
        this ConversationsDbContext db, IReadOnlyList<InboundUpdate> updates, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await LoadAsync(db, updates, cancellationToken);
        var missing = Missing(updates, known, now);
        if (missing.Count > 0)
        {
            await db.InsertAsync(missing, cancellationToken: cancellationToken);
            // Read again: another replica may have been first.
            known = await LoadAsync(db, updates, cancellationToken);
        }
        return updates.DistinctBy(update => update.ConversationId)
            .ToDictionary(update => update.ConversationId!.Value, update => known[Of(update, update.Sender!)]);
    }

    /// <summary>
    /// A sender may come with a second identifier (a phone number and a business-scoped id): whichever is known brings the other in.
    /// Two that are known with different owners stay apart: joining them takes a verification.
    /// </summary>
    private static List<Identity> Missing(IReadOnlyList<InboundUpdate> updates, Dictionary<Key, string> known, DateTimeOffset now)
    {
        var missing = new Dictionary<Key, Identity>();
        foreach (var update in updates)
        {
            var keys = Identifiers(update).Select(id => Of(update, id)).ToList();
            var owner = keys.Select(key => known.GetValueOrDefault(key) ?? missing.GetValueOrDefault(key)?.OwnerId)
                .FirstOrDefault(id => id is not null)
                ?? $"customer-{Guid.NewGuid():N}";
            foreach (var key in keys.Where(key => !known.ContainsKey(key)))
                missing.TryAdd(key, Identity(key, owner, now));
        }
        // In one order everywhere: replicas that store the same new senders must not wait for each other in a ring.
        return [.. missing.Values.OrderBy(x => x.Channel, StringComparer.Ordinal)
            .ThenBy(x => x.Account, StringComparer.Ordinal).ThenBy(x => x.ExternalId, StringComparer.Ordinal)];
    }

    private static Identity Identity(Key key, string owner, DateTimeOffset now) => new()
    {
        Channel = key.Channel,
        Account = key.Account,
        ExternalId = key.ExternalId,
        OwnerId = owner,
        CreatedAt = now,
    };

    private static async Task<Dictionary<Key, string>> LoadAsync(
        ConversationsDbContext db, IReadOnlyList<InboundUpdate> updates, CancellationToken cancellationToken)
    {
        var ids = updates.SelectMany(Identifiers).Distinct().ToList();
        var rows = await db.Identities.AsNoTracking().Where(x => ids.Contains(x.ExternalId)).ToListAsync(cancellationToken);
        return rows.ToDictionary(x => new Key(x.Channel, x.Account, x.ExternalId), x => x.OwnerId);
    }

    private static IEnumerable<string> Identifiers(InboundUpdate update) =>
        update.SenderAlias is { } alias ? [update.Sender!, alias] : [update.Sender!];

    private static Key Of(InboundUpdate update, string externalId) => new(update.Channel, update.Account, externalId);
}
