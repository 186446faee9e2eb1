using EcommerceBot.Orders.Tests.Sample;
using EcommerceBot.Servers;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>One private PostgreSQL for the assembly, started by the first test that asks; each till has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static PostgresServer? _server;

    /// <summary>An empty database; a small pool, since many tills are open at once.</summary>
    internal static async Task<string> FreshAsync()
    {
        await Starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _server ??= await PostgresServer.StartAsync();
        }
        finally
        {
            Starting.Release();
        }
        return _server.ConnectionString(await _server.CreateDatabaseAsync(), poolSize: 30);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }
}
