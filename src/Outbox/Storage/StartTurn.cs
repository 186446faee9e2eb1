using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EcommerceBot.Outbox.Storage;

/// <summary>
/// An advisory lock on a connection of its own: of several Hosts that start at once one does what must be done alone, the others wait. It goes
/// with the connection, so a killed holder blocks nobody.
/// </summary>
public sealed partial class StartTurn : IAsyncDisposable
{
    private const long Migrating = 0x45_43_4F_4D_42_4F_54; // "ECOMBOT"
    private const long Declaring = Migrating + 1;

    private readonly NpgsqlConnection _connection;
    private readonly long _key;

    private StartTurn(NpgsqlConnection connection, long key) => (_connection, _key) = (connection, key);

    /// <summary>Waits for the turn to declare the queues; <c>null</c> on the embedded store, which has one Host.</summary>
    /// <exception cref="NpgsqlException">The store cannot be reached.</exception>
    public static Task<StartTurn?> ToDeclareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        TakeAsync(services, Declaring, "declaring its queues", cancellationToken);

    internal static Task<StartTurn?> ToMigrateAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        TakeAsync(services, Migrating, "migrating the store", cancellationToken);

    /// <summary>Lets the next one begin.</summary>
    public async ValueTask DisposeAsync()
    {
        // A pooled connection keeps its session, and with it the lock, unless it is given back unlocked.
        await using (var unlock = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", _connection) { Parameters = { new() { Value = _key } } })
            await unlock.ExecuteNonQueryAsync();
        await _connection.DisposeAsync();
    }

    private static async Task<StartTurn?> TakeAsync(IServiceProvider services, long key, string work, CancellationToken cancellationToken)
    {
        if (services.GetService<NpgsqlDataSource>() is not { } source)
            return null;
        var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var tried = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = key } } };
        if (await tried.ExecuteScalarAsync(cancellationToken) is not true)
        {
            var logger = services.GetRequiredService<ILogger<StartTurn>>();
            LogWaiting(logger, work);
            await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = key } }, CommandTimeout = 0 };
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }
        return new StartTurn(connection, key);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "StartTurnAwaited", Message = "Another process is {Work}; waiting for it")]
    private static partial void LogWaiting(ILogger logger, string work);
}
