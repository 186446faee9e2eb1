using System.Net;
using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Servers;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Integration.Tests.Outages;

/// <summary>Servers of these tests' own, since they are taken away while the shop serves.</summary>
public sealed class OutageServers : ServersFixture;

public sealed class OutageTests(OutageServers servers) : IClassFixture<OutageServers>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private ShopOnWhatsApp _shop = null!;
    private Shopper _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await ShopOnWhatsApp.StartAsync(stores: await servers.FreshAsync());
        _ana = _shop.WhatsApp.Shopper("15551230009", "Ana");
        await SayAndHearAsync("hello");
    }

    public ValueTask DisposeAsync() => _shop?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task BrokerAway_WebhooksAreAcknowledgedAndAnsweredWhenItIsBack()
    {
        await servers.RabbitMq!.KillAsync();

        Assert.Equal(HttpStatusCode.OK, await _ana.SayAsync("I am looking for hiking boots", TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, await _ana.SayAsync("show my cart", TestContext.Current.CancellationToken));
        await servers.RabbitMq.RunAsync();

        await _ana.NextAsync(_ => true, Patience, TestContext.Current.CancellationToken);
        await _shop.SettleAsync();
        Assert.Equal(3, await _shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE state = 'Done' AND kind <> 'status'"));
    }

    [Fact]
    public async Task DatabaseAway_WebhooksAreAskedToComeAgainAndServedOnceItIsBack()
    {
        await servers.Postgres!.CrashAsync();

        using (var refused = await _shop.DeliverAsync(WhatsAppBody.ButtonReply(_ana, "wamid.away", "cart")))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        }
        await servers.Postgres.RunAsync();

        await SayAndHearAsync("I am looking for hiking boots");
    }

    [Fact]
    public async Task RedisAway_TheShopGoesOn()
    {
        await servers.Redis!.KillAsync();

        await SayAndHearAsync("I am looking for hiking boots");
        using var page = await _shop.Host.Client.PostAsync(new Uri("/chat/sessions", UriKind.Relative), null, TestContext.Current.CancellationToken);
        using var ready = await _shop.Host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        var health = await _shop.Host.Client.GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        await servers.Redis.RunAsync();

        Assert.True(page.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("Degraded", health, StringComparison.Ordinal);
    }

    /// <summary>Repeats until it is acknowledged, as Meta does.</summary>
    private async Task SayAndHearAsync(string text)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await _ana.SayAsync(text, TestContext.Current.CancellationToken) != HttpStatusCode.OK)
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        await _ana.NextAsync(_ => true, Patience, TestContext.Current.CancellationToken);
    }
}
