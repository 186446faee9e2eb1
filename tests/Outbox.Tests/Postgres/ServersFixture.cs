using EcommerceBot.Outbox.Tests.Postgres;
using EcommerceBot.Servers;

[assembly: AssemblyFixture(typeof(ServersFixture))]

namespace EcommerceBot.Outbox.Tests.Postgres;

/// <summary>One PostgreSQL and one RabbitMQ for the assembly; each test has a database of its own. Started by the first test that asks.</summary>
public sealed class ServersFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);

    internal PostgresServer? Postgres { get; private set; }
    internal RabbitMqServer? RabbitMq { get; private set; }

    internal static string? Missing => PostgresServer.Missing ?? RabbitMqServer.Missing;

    /// <summary>Settings for an empty database on running servers, or the test is skipped with the reason.</summary>
    internal async Task<Dictionary<string, string?>> FreshAsync()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        await _starting.WaitAsync();
        try
        {
            Postgres ??= await PostgresServer.StartAsync();
            RabbitMq ??= await RabbitMqServer.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
        return new Dictionary<string, string?>
        {
            ["ConnectionStrings:Postgres"] = Postgres.ConnectionString(await Postgres.CreateDatabaseAsync()),
            ["ConnectionStrings:RabbitMq"] = RabbitMq.ConnectionString,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (RabbitMq is not null)
            await RabbitMq.DisposeAsync();
        if (Postgres is not null)
            await Postgres.DisposeAsync();
    }
}
