using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Idempotency;

/// <summary>Decides again, in a fresh scope, what lost a race on a version or a unique key: the second look sees what the winner left.</summary>
internal static class Collisions
{
    private const int Attempts = 8;

    public static Task<object> RetryAsync(IServiceScopeFactory scopes, Func<OrdersDbContext, Task<object>> work) =>
        RetryAsync(scopes, (db, _) => work(db));

    /// <param name="scopes">Each attempt has its own.</param>
    /// <param name="work">What it publishes leaves with what it saves.</param>
    public static async Task<T> RetryAsync<T>(IServiceScopeFactory scopes, Func<OrdersDbContext, IPublishEndpoint, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await work(scope.ServiceProvider.GetRequiredService<OrdersDbContext>(), scope.ServiceProvider.GetRequiredService<IPublishEndpoint>());
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // The loser of a race: look again.
            }
        }
    }
}
