using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Servers;

[assembly: AssemblyFixture(typeof(ServersFixture))]

namespace EcommerceBot.Integration.Tests.Running;

/// <summary>One PostgreSQL, RabbitMQ and Redis for the assembly, started by the first test that asks; each shop has a database and a virtual host of its own.</summary>
public class ServersFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);

    internal PostgresServer? Postgres { get; private set; }
    internal RabbitMqServer? RabbitMq { get; private set; }
    internal RedisServer? Redis { get; private set; }

    /// <summary>The Host's settings for empty stores, or the test is skipped with the reason.</summary>
    internal async Task<Dictionary<string, string>> FreshAsync()
    {
        var missing = PostgresServer.Missing ?? RabbitMqServer.Missing ?? RedisServer.Missing;
        Assert.SkipWhen(missing is not null, missing ?? "");
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Postgres ??= await PostgresServer.StartAsync();
            RabbitMq ??= await RabbitMqServer.StartAsync();
            Redis ??= await RedisServer.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
        return new Dictionary<string, string>
        {
            ["ConnectionStrings__Postgres"] = Postgres.ConnectionString(await Postgres.CreateDatabaseAsync()),
            ["ConnectionStrings__RabbitMq"] = await RabbitMq.CreateVirtualHostAsync(),
            ["ConnectionStrings__Redis"] = Redis.ConnectionString,
        };
    }

    /// <summary>The settings for the store a test runs on; none for the embedded one.</summary>
    internal async Task<Dictionary<string, string>> StoresAsync(Store store) => store == Store.Servers ? await FreshAsync() : [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _starting.Dispose();
        foreach (var server in (IAsyncDisposable?[])[Redis, RabbitMq, Postgres])
        {
            if (server is not null)
                await server.DisposeAsync();
        }
    }
}
