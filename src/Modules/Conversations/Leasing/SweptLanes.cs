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
            var free = await db.HoldAsync(lane, conversations, cancellationToken);
            await db.Leases.Where(x => x.Lane == lane && free.Contains(x.ConversationId))
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.SweptAt, now), cancellationToken);
            foreach (var conversation in free)
                await commands.SendCommandAsync(command(conversation), cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Locks those rows that nobody else is changing: a worker or another Host's sweep is at the rest. Sweeps that waited for each other's rows could do so in a ring.</summary>
    private static async Task<List<Guid>> HoldAsync(this ConversationsDbContext db, Lane lane, List<Guid> conversations, CancellationToken cancellationToken) => db.Database.IsSqlite()
        ? conversations
        : await db.Database.SqlQuery<Guid>(
            $"""
            SELECT conversation_id AS "Value" FROM conversations.leases WHERE lane = {lane.ToString()} AND conversation_id = ANY ({conversations.ToArray()})
            ORDER BY conversation_id FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
}
