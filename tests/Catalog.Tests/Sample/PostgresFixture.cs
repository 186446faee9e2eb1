using EcommerceBot.Catalog.Tests.Sample;
using EcommerceBot.Servers;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>One private PostgreSQL for the assembly, started by the first test that asks; each test has a copy of one migrated database.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _migrated;

    internal PostgresServer? Server { get; private set; }

    /// <summary>The connection string of an empty shop, or the test is skipped with the reason.</summary>
    /// <param name="collated">Ordering text as people do, not by its bytes.</param>
    internal async Task<string> FreshAsync(bool collated = false)
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await _one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Server ??= await PostgresServer.StartAsync();
            if (collated)
                return Server.ConnectionString(await Server.CreateDatabaseAsync("template0 LOCALE_PROVIDER icu ICU_LOCALE 'en'"));
            _migrated ??= await MigrateAsync(Server);
            // One copy at a time: two of the same template can meet.
            return Server.ConnectionString(await Server.CreateDatabaseAsync(_migrated));
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _one.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    private static async Task<string> MigrateAsync(PostgresServer server)
    {
        var database = await server.CreateDatabaseAsync();
        await using var shop = await Shop.OpenOnAsync(server.ConnectionString(database));
        return database;
    }
}
