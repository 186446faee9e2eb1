using EcommerceBot.Servers;

namespace EcommerceBot.Running.Campaigns;

/// <summary>Servers of a campaign's own, since it takes them away.</summary>
internal sealed record CampaignServers(PostgresServer Postgres, RabbitMqServer RabbitMq, RedisServer Redis) : IAsyncDisposable
{
    /// <summary>Why they cannot run here; null where they can.</summary>
    public static string? Missing => PostgresServer.Missing ?? RabbitMqServer.Missing ?? RedisServer.Missing;

    public static async Task<CampaignServers> StartAsync() =>
        new(await PostgresServer.StartAsync(), await RabbitMqServer.StartAsync(), await RedisServer.StartAsync());

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
