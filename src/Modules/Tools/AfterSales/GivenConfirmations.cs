using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools.AfterSales;

/// <summary>Remembers under which key a confirmation was accepted, so that the same call again gets the first result. In scopes of its own, whoever called.</summary>
internal sealed class GivenConfirmations(IServiceScopeFactory scopes, TimeProvider time)
{
    public async Task<bool> IsKnownAsync(ToolCaller caller, string confirmation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ToolsDbContext>().Confirmations
            .AnyAsync(one => one.OwnerId == caller.OwnerId && one.Key == caller.Key && one.Confirmation == confirmation, cancellationToken);
    }

    public async Task RememberAsync(ToolCaller caller, string confirmation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ToolsDbContext>();
        db.Add(new GivenConfirmation { OwnerId = caller.OwnerId, Key = caller.Key, Confirmation = confirmation, GivenAt = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same call at the same time stored it first; anything else is told.
            if (!await IsKnownAsync(caller, confirmation, cancellationToken))
                throw;
        }
    }
}
