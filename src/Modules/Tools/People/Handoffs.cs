using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Events;
using EcommerceBot.Tools.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools.People;

/// <summary>Announces once per key that a caller wants a person: the row and the event are one commit, in a scope of its own whoever called.</summary>
internal sealed class Handoffs(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <returns>When it was first asked for; null where the key was used with another reason.</returns>
    public async Task<DateTimeOffset?> RequestAsync(ToolCaller caller, string reason, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, cancellationToken) is { } known)
            return known.Reason == reason ? known.RequestedAt : null;
        try
        {
            return await AnnounceAsync(caller, reason, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same call at the same time was first; anything else is told.
            if (await FindAsync(caller, cancellationToken) is not { } first)
                throw;
            return first.Reason == reason ? first.RequestedAt : null;
        }
    }

    private async Task<DateTimeOffset> AnnounceAsync(ToolCaller caller, string reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, publish) = (scope.ServiceProvider.GetRequiredService<ToolsDbContext>(), scope.ServiceProvider.GetRequiredService<IPublishEndpoint>());
        // An instant that every store can hold: the first answer and a repeated one are the same.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        db.Add(new Handoff { OwnerId = caller.OwnerId, Key = caller.Key, Reason = reason, RequestedAt = now });
        await publish.Publish(new HumanHelpRequested { OwnerId = caller.OwnerId, Reason = reason, RequestedAt = now }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return now;
    }

    private async Task<Handoff?> FindAsync(ToolCaller caller, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ToolsDbContext>().Handoffs.AsNoTracking()
            .SingleOrDefaultAsync(one => one.OwnerId == caller.OwnerId && one.Key == caller.Key, cancellationToken);
    }
}
