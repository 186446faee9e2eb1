using EcommerceBot.Servers;

namespace EcommerceBot.Running.Campaigns;

/// <summary>Servers of a campaign's own, since it takes them away.</summary>
internal sealed record CampaignServers(PostgresServer Postgres, RabbitMqServer RabbitMq, RedisServer Redis) : IAsyncDisposable
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    /// <summary>Why they cannot run here; null where they can.</summary>
    public static string? Missing => PostgresServer.Missing ?? RabbitMqServer.Missing ?? RedisServer.Missing;

    public static async Task<CampaignServers> StartAsync()
    {
        var postgres = await PostgresServer.StartAsync();
        try
        {
            return new(postgres, await RabbitMqServer.StartAsync(), await RedisServer.StartAsync());
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>The Host's settings for an empty database.</summary>
    public async Task<Dictionary<string, string>> SettingsAsync() => new()
    {
        ["ConnectionStrings__Postgres"] = Postgres.ConnectionString(await Postgres.CreateDatabaseAsync()),
        ["ConnectionStrings__RabbitMq"] = RabbitMq.ConnectionString,
        ["ConnectionStrings__Redis"] = Redis.ConnectionString,
    };

    public async Task InflictAsync(Fault fault, ShopOnWhatsApp shop)
    {
        switch (fault)
        {
            case Fault.Kill:
                await shop.KillAndRestartAsync();
                break;
            case Fault.Broker:
                await RabbitMq.KillAsync();
                await RabbitMq.RunAsync();
                break;
            case Fault.BrokerOutage:
                await RabbitMq.KillAsync();
                await Task.Delay(Outage);
                await RabbitMq.RunAsync();
                break;
            case Fault.Redis:
                await Redis.KillAsync();
                await Redis.RunAsync();
                break;
            case Fault.Database:
                await Postgres.CrashAsync();
                await Postgres.RunAsync();
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Redis.DisposeAsync();
        await RabbitMq.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
