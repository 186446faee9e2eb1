using EcommerceBot.Servers;
using EcommerceBot.Tools.Tests.Sample;

[assembly: AssemblyFixture(typeof(Stores))]

namespace EcommerceBot.Tools.Tests.Sample;

/// <summary>An empty store of either kind; PostgreSQL is started by the first test that asks for it.</summary>
public sealed class Stores : IAsyncDisposable
{
    public const string Embedded = "embedded";
    public const string Postgres = "PostgreSQL";

    private readonly SemaphoreSlim _starting = new(1, 1);
    private PostgresServer? _postgres;

    /// <summary>Settings that choose it, or the test is skipped with the reason.</summary>
    internal async Task<(string Key, string Value)[]> FreshAsync(string store)
    {
        if (store == Embedded)
            return [];
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await _starting.WaitAsync();
        try
        {
            _postgres ??= await PostgresServer.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
        return [("ConnectionStrings:Postgres", _postgres.ConnectionString(await _postgres.CreateDatabaseAsync(), poolSize: 10))];
    }

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }
}
