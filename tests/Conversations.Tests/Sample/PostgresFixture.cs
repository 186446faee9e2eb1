using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Servers;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>One private PostgreSQL for the assembly, started by the first test that asks; each shop has a copy of one migrated database.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const int PoolSize = 20;

    private static readonly SemaphoreSlim One = new(1, 1);
    private static PostgresServer? _server;
    private static string? _migrated;

    /// <summary>The connection string of a migrated, empty shop. The first one is migrated by <paramref name="migrateAsync"/>.</summary>
    internal static async Task<string> FreshAsync(Func<string, Task> migrateAsync)
    {
        await One.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _server ??= await PostgresServer.StartAsync();
            _migrated ??= await MigrateAsync(_server, migrateAsync);
            // One copy at a time: two of the same template can meet.
            return _server.ConnectionString(await _server.CreateDatabaseAsync(_migrated), PoolSize);
        }
        finally
        {
            One.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }

    private static async Task<string> MigrateAsync(PostgresServer server, Func<string, Task> migrateAsync)
    {
        var database = await server.CreateDatabaseAsync();
        await migrateAsync(server.ConnectionString(database, PoolSize));
        return database;
    }
}
