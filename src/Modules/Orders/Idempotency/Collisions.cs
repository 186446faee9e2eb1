using System.Data.Common;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Idempotency;

/// <summary>Decides again, in a fresh scope, what lost a race on a version or a unique key: the second look sees what the winner left.</summary>
internal static class Collisions
{
    private const int Attempts = 8;

    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE; PostgreSQL has one state for both.
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueKeyTaken = 2067;

    /// <summary>A version or unique key that somebody else was first to take; anything else fails again however often it is tried.</summary>
    public static bool IsRace(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || exception.InnerException is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueKeyTaken } or DbException { SqlState: "23505" };

    public static Task<object> RetryAsync(IServiceScopeFactory scopes, Func<OrdersDbContext, Task<object>> work) =>
        RetryAsync(scopes, (db, _) => work(db));

    /// <param name="scopes">Each attempt has its own.</param>
    /// <param name="work">What it publishes leaves with what it saves.</param>
    public static Task<T> RetryAsync<T>(IServiceScopeFactory scopes, Func<OrdersDbContext, IPublishEndpoint, Task<T>> work) =>
        RetryInScopeAsync(scopes, (db, services) => work(db, services.GetRequiredService<IPublishEndpoint>()));

    /// <param name="scopes">Each attempt has its own.</param>
    /// <param name="work">Takes what it needs from the attempt's scope.</param>
    public static async Task<T> RetryInScopeAsync<T>(IServiceScopeFactory scopes, Func<OrdersDbContext, IServiceProvider, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                return await work(scope.ServiceProvider.GetRequiredService<OrdersDbContext>(), scope.ServiceProvider);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && IsRace(exception))
            {
                // The loser of a race: look again.
            }
        }
    }
}
