using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EcommerceBot.Outbox.Storage;

/// <summary>An advisory lock on a connection of its own: of several Hosts that start on an empty database one migrates, the others wait. It goes with the connection, so a killed migrator blocks nobody.</summary>
internal sealed partial class PostgresMigrationLock : IAsyncDisposable
{
    private const long Key = 0x45_43_4F_4D_42_4F_54; // "ECOMBOT"

    private readonly NpgsqlConnection _connection;

    private PostgresMigrationLock(NpgsqlConnection connection) => _connection = connection;

    public static async Task<PostgresMigrationLock> TakeAsync(IServiceProvider services, ILogger logger, CancellationToken cancellationToken)
    {
        var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellationToken);
        await using var tried = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } } };
        if (await tried.ExecuteScalarAsync(cancellationToken) is not true)
        {
            LogWaiting(logger);
            await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } }, CommandTimeout = 0 };
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }
        return new PostgresMigrationLock(connection);
    }

    public async ValueTask DisposeAsync()
    {
        // A pooled connection keeps its session, and with it the lock, unless it is given back unlocked.
        await using (var unlock = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", _connection) { Parameters = { new() { Value = Key } } })
            await unlock.ExecuteNonQueryAsync();
        await _connection.DisposeAsync();
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "MigrationAwaited", Message = "Another process is migrating the store; waiting for it")]
    private static partial void LogWaiting(ILogger logger);
}
