using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>Statuses whose wake-up was lost, and those whose message became known only after them.</summary>
internal sealed class WaitingStatuses(ConversationsDbContext db, ISendEndpointProvider commands, TimeProvider time)
{
    // What is still unmatched by then belongs to somebody else's message.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    /// <param name="age">Younger rows are left to their own wake-up.</param>
    public async Task WakeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var (before, since) = (time.GetUtcNow() - age, time.GetUtcNow() - Memory);
        var matched = db.DeliveryStatuses.Where(x => x.State == StatusState.Unmatched && x.ReceivedAt > since)
            .Where(x => db.Outbound.Any(row => row.ProviderId == x.ProviderId));
        var channels = await db.DeliveryStatuses.Where(x => x.State == StatusState.Pending && x.ReceivedAt <= before).Union(matched)
            .Select(x => x.Channel).Distinct().ToListAsync(cancellationToken);
        if (channels.Count == 0)
            return;
        await db.WriteAsync(async () =>
        {
            await matched.ExecuteUpdateAsync(set => set.SetProperty(x => x.State, StatusState.Pending), cancellationToken);
            foreach (var channel in channels)
                await commands.SendCommandAsync(new ApplyStatuses { Channel = channel }, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
    }
}
