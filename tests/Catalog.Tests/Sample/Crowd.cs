using System.Globalization;
using EcommerceBot.Catalog.Stock;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>Several replicas of the module on one PostgreSQL, a crowd of callers before them, and a connection of its own to count on.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly NpgsqlDataSource _outside;
    private readonly List<Shop> _replicas = [];
    private int _turn;

    private Crowd(string connectionString) => _outside = NpgsqlDataSource.Create($"{connectionString};Application Name=outside");

    public StockEvents Events { get; } = new();

    /// <param name="postgres">The server.</param>
    /// <param name="replicas">How many serve.</param>
    /// <param name="collated">On a database that orders text as people do, not by its bytes.</param>
    /// <param name="patient">With the retries of a real endpoint.</param>
    /// <param name="configure">The last word on services.</param>
    public static async Task<Crowd> StartAsync(PostgresFixture postgres, int replicas, bool collated = false, bool patient = false, Action<IServiceCollection>? configure = null)
    {
        var connectionString = await postgres.FreshAsync(collated);
        var crowd = new Crowd(connectionString);
        for (var replica = 0; replica < replicas; replica++)
        {
            crowd._replicas.Add(await Shop.StartOnAsync(connectionString, services =>
            {
                services.Replace(ServiceDescriptor.Singleton(crowd.Events));
                // Tests sweep by hand, when the moment is worst.
                services.Remove(services.Single(service => service.ImplementationType == typeof(ReservationSweep)));
                if (patient)
                    services.AddSingleton<IConfigureReceiveEndpoint, Patience>();
                configure?.Invoke(services);
            }));
        }
        return crowd;
    }

    public Task ImportAsync(params (string Sku, int Stock)[] stock) => ImportAsync(0, stock);

    public async Task ImportAsync(int replica, (string Sku, int Stock)[] stock) => Assert.Empty((await _replicas[replica].ImportAsync(
        "sku,title,price,stock,product_id\n" + string.Join('\n', stock.Select(x => $"{x.Sku},Thing {x.Sku} of {x.Stock},5,{x.Stock},{x.Sku.ToLowerInvariant()}")))).Faults);

    /// <summary>So many callers, each with a checkout of its own and at most sixty waiting at a time: more would only queue for connections.</summary>
    public static async Task<IReadOnlyList<object>> AllAsync(int callers, Func<Guid, Task<object>> call)
    {
        using var door = new SemaphoreSlim(60, 60);
        return await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            await door.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                return await call(Guid.NewGuid());
            }
            finally
            {
                door.Release();
            }
        }));
    }

    public async Task<object> AskAsync<T>(Guid checkout, T command) where T : class
    {
        await SendAsync(command);
        return await Events.NextAsync(checkout);
    }

    public Task SendAsync<T>(T command) where T : class => _replicas[Interlocked.Increment(ref _turn) % _replicas.Count].SendAsync(command);

    public Task<int> FreeExpiredAsync(int replica) => _replicas[replica].FreeExpiredAsync();

    public async Task<long> CountAsync(string sql)
    {
        await using var command = _outside.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    public async Task<(int OnHand, int Reserved)> StockAsync(string sku)
    {
        await using var command = _outside.CreateCommand("SELECT on_hand, reserved FROM catalog.stock WHERE sku = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = sku });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        await _outside.DisposeAsync();
    }

    private sealed class Patience : IConfigureReceiveEndpoint
    {
        public void Configure(string name, IReceiveEndpointConfigurator configurator) => configurator.UseMessageRetry(retry => retry.Immediate(5));
    }
}
