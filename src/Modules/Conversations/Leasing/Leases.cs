using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Leasing;

/// <summary>
/// Gives one worker at a time a lane of a conversation, without losing a wake-up: one that finds the lane taken leaves a mark, and the
/// owner cannot let go while there is a mark it has not seen.
/// </summary>
internal sealed class Leases(IServiceScopeFactory scopes, TimeProvider time, IOptions<LeaseOptions> options)
{
    /// <summary>
    /// The lane, or null when somebody else has it (who will now look again) or it is pausing (the sweep will come back).
    /// </summary>
    public Task<HeldLease?> TakeAsync(Guid conversationId, Lane lane, CancellationToken cancellationToken) => InScopeAsync(async db =>
    {
        var now = time.GetUtcNow();
        var until = now + options.Value.Duration;
        var owner = Guid.NewGuid();
        var row = db.Leases.Where(x => x.ConversationId == conversationId && x.Lane == lane);
        while (true)
        {
            var taken = await row.Where(x => (x.Until == null || x.Until <= now) && (x.NotBefore == null || x.NotBefore <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.Owner, owner).SetProperty(x => x.Epoch, x => x.Epoch + 1)
                    .SetProperty(x => x.Until, until).SetProperty(x => x.NotBefore, (DateTimeOffset?)null), cancellationToken);
            if (taken == 1)
                return new HeldLease(conversationId, lane, owner, await row.Select(x => x.Epoch).SingleAsync(cancellationToken));
            // Only a live owner sees the mark; without one the lane pauses, is unknown, or has just been let go: then try again.
            if (await row.Where(x => x.Until > now).ExecuteUpdateAsync(set => set.SetProperty(x => x.Wake, x => x.Wake + 1), cancellationToken) == 1)
                return null;
            if (!await row.AnyAsync(x => x.NotBefore == null || x.NotBefore <= now, cancellationToken))
                return null;
        }
    }, cancellationToken);

    /// <summary>
    /// Before the first worker of a process. The embedded store has one process at a time, so whoever still holds a lease there has died
    /// and nobody need wait for it to lapse; on a store with replicas this does nothing.
    /// </summary>
    public Task<int> ForgetTheDeadAsync(CancellationToken cancellationToken) => InScopeAsync(
        db => db.Database.IsSqlite()
            ? db.Leases.Where(x => x.Owner != null).ExecuteUpdateAsync(Free(null), cancellationToken)
            : Task.FromResult(0),
        cancellationToken);

    /// <summary>False when the lease is no longer ours.</summary>
    public Task<bool> RenewAsync(HeldLease lease, CancellationToken cancellationToken) =>
        InScopeAsync(db => TryHoldAsync(db, lease, cancellationToken), cancellationToken);

    /// <summary>First statement of an owner's transaction: holds the row, so that nobody takes over before the commit.</summary>
    /// <returns>The wake mark as it stands before anything else is read.</returns>
    /// <exception cref="LeaseLostException">Another owner has taken over.</exception>
    public async Task<long> HoldAsync(ConversationsDbContext db, HeldLease lease, CancellationToken cancellationToken)
    {
        if (!await TryHoldAsync(db, lease, cancellationToken))
            throw new LeaseLostException(lease);
        return await Row(db, lease).Select(x => x.Wake).SingleAsync(cancellationToken);
    }

    /// <summary>
    /// Lets go unless somebody knocked since <paramref name="wakeSeen"/> was read; then it stays ours and there is more to do.
    /// </summary>
    public Task<bool> ReleaseAsync(HeldLease lease, long wakeSeen, CancellationToken cancellationToken) => InScopeAsync(async db =>
    {
        var released = await Row(db, lease).Where(x => x.Wake == wakeSeen).ExecuteUpdateAsync(Free(null), cancellationToken);
        return released == 1 || !await Row(db, lease).AnyAsync(cancellationToken);
    }, cancellationToken);

    /// <summary>
    /// Lets go whatever knocked; nobody may begin before <paramref name="notBefore"/>, and the sweep comes back after it.
    /// </summary>
    public Task<bool> AbandonAsync(HeldLease lease, DateTimeOffset? notBefore, CancellationToken cancellationToken) => InScopeAsync(
        async db => await Row(db, lease).ExecuteUpdateAsync(Free(notBefore), cancellationToken) == 1, cancellationToken);

    private static Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Lease>> Free(DateTimeOffset? notBefore) => set => set
        .SetProperty(x => x.Owner, (Guid?)null).SetProperty(x => x.Until, (DateTimeOffset?)null).SetProperty(x => x.NotBefore, notBefore);

    private async Task<bool> TryHoldAsync(ConversationsDbContext db, HeldLease lease, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + options.Value.Duration;
        return await Row(db, lease).ExecuteUpdateAsync(set => set.SetProperty(x => x.Until, until), cancellationToken) == 1;
    }

    private static IQueryable<Lease> Row(ConversationsDbContext db, HeldLease lease) => db.Leases.Where(x =>
        x.ConversationId == lease.ConversationId && x.Lane == lease.Lane && x.Owner == lease.Owner && x.Epoch == lease.Epoch);

    private async Task<T> InScopeAsync<T>(Func<ConversationsDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConversationsDbContext>();
        return await db.WriteAsync(() => work(db), cancellationToken);
    }
}
