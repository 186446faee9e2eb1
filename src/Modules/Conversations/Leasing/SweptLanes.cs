using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Leasing;

/// <summary>What the sweeps of turns and replies have in common.</summary>
internal static class SweptLanes
{
    /// <summary>Conversations woken by one sweep; the next one takes the rest.</summary>
    public const int Most = 200;

    /// <summary>Lanes that nobody works in, that do not pause, and that no sweep has woken a moment ago.</summary>
    public static IQueryable<Lease> Idle(this IQueryable<Lease> leases, Lane lane, DateTimeOffset now, TimeSpan pause)
    {
        var lately = now - pause;
        return leases.Where(x => x.Lane == lane && (x.Until == null || x.Until <= now) && (x.NotBefore == null || x.NotBefore <= now)
            && (x.SweptAt == null || x.SweptAt <= lately || x.SweptAt < x.NotBefore));
    }

    public static async Task WakeAsync<TCommand>(
        this ConversationsDbContext db, ISendEndpointProvider commands, Lane lane, List<Guid> conversations,
        DateTimeOffset now, Func<Guid, TCommand> command, CancellationToken cancellationToken) where TCommand : class
    {
        if (conversations.Count == 0)
            return;
        await db.WriteAsync(async () =>
        {
            await db.Leases.Where(x => x.Lane == lane && conversations.Contains(x.ConversationId))
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.SweptAt, now), cancellationToken);
            foreach (var conversation in conversations)
                await commands.SendCommandAsync(command(conversation), cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
    }
}
