using System.Net;
using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Servers;
using EcommerceBot.Simulators.WhatsApp;
using Npgsql;

namespace EcommerceBot.Integration.Tests.Outages;

public sealed class DiskFullTests(ServersFixture servers)
{
    private const int MostMessages = 2_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DatabaseVolumeFull_NothingAcknowledgedIsLostAndTheShopServesOnceThereIsRoom()
    {
        var stores = await servers.FreshAsync();
        await using var volume = await SmallVolume.MountAsync(megabytes: 160, owner: "postgres");
        Assert.SkipWhen(volume is null, "Only root may mount the small volume that this test fills");
        await RunAsync($"CREATE TABLESPACE small LOCATION '{volume.Folder}'");
        var database = await servers.Postgres!.CreateDatabaseAsync("template1 TABLESPACE small");
        try
        {
            stores["ConnectionStrings__Postgres"] = servers.Postgres.ConnectionString(database);
            await FillAndFreeAsync(volume, stores);
        }
        finally
        {
            await RunAsync($"DROP DATABASE {database} WITH (FORCE)");
            await RunAsync("DROP TABLESPACE small");
            // A later crash test must not replay what was written to a volume that is gone.
            await RunAsync("CHECKPOINT");
        }
    }

    private static async Task FillAndFreeAsync(SmallVolume volume, Dictionary<string, string> stores)
    {
        await using var shop = await ShopOnWhatsApp.StartAsync(new WhatsAppSimulatorOptions { Window = WindowRule.Off }, stores);
        var ana = shop.WhatsApp.Shopper("15551230042", "Ana");
        await ana.SayAsync("hello", Token);
        await ana.NextAsync(_ => true, TimeSpan.FromSeconds(60), Token);
        await shop.SettleAsync();

        await volume.FillAsync();
        var acknowledged = 0;
        // What is free inside the tables' last pages takes some more messages.
        while (await TakesAsync(shop, WhatsAppBody.ButtonReply(ana, $"wamid.full.{acknowledged}", "cart")))
            Assert.InRange(++acknowledged, 1, MostMessages);

        volume.Free();

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await ana.SayAsync("show my cart", Token) != HttpStatusCode.OK)
            await timer.WaitForNextTickAsync(Token);
        await shop.SettleAsync(TimeSpan.FromMinutes(2));
        Assert.InRange(await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE state = 'Done' AND kind <> 'status'"), acknowledged + 2, long.MaxValue);
        Assert.Equal(0, await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE state = 'Pending'"));
    }

    /// <summary>False when the shop asks to be told again later.</summary>
    private static async Task<bool> TakesAsync(ShopOnWhatsApp shop, byte[] body)
    {
        using var answer = await shop.DeliverAsync(body);
        if (answer.StatusCode == HttpStatusCode.OK)
            return true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        return false;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{servers.Postgres!.ConnectionString("postgres")};Pooling=false");
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
