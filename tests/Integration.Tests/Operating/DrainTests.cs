using System.Diagnostics;
using System.Net;
using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Integration.Tests.Operating;

/// <summary>Its load would slow other tests' shoppers down until they are told to try again.</summary>
[CollectionDefinition(nameof(UnderLoad), DisableParallelization = true)]
public sealed class UnderLoad;

/// <summary>A replica is taken away while webhooks come in at full pace, as in every roll-out.</summary>
[Collection(nameof(UnderLoad))]
public sealed class DrainTests(ServersFixture servers)
{
    private const int PerSecond = 200;
    private const int Shoppers = 150;

    private static readonly TimeSpan DrainDelay = TimeSpan.FromSeconds(2);

    /// <summary>A load balancer that looks twice a second has noticed by then.</summary>
    private static readonly TimeSpan LastSend = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task SigtermUnderLoad_NothingIsRefusedUntilTheBalancerKnowsAndNothingIsLost()
    {
        var settings = await servers.FreshAsync();
        settings["Messaging__DrainDelay"] = DrainDelay.ToString();
        await using var shop = await ShopOnWhatsApp.StartAsync(stores: settings);
        List<Shopper> shoppers = [.. Enumerable.Range(0, Shoppers).Select(number => shop.WhatsApp.Shopper($"1555777{number:0000}", "Ana"))];
        var sends = new List<Task<HttpStatusCode?>>();
        var (elapsed, stopping, notReady) = (Stopwatch.StartNew(), (Task<int>?)null, (TimeSpan?)null);

        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (notReady is null || elapsed.Elapsed < notReady + LastSend)
        {
            while (sends.Count < elapsed.Elapsed.TotalSeconds * PerSecond)
                sends.Add(SendAsync(shop, shoppers[sends.Count % Shoppers], sends.Count));
            if (stopping is null && elapsed.Elapsed > TimeSpan.FromSeconds(1))
                stopping = shop.Host.StopAsync();
            if (stopping is not null && notReady is null && await ReadyAsync(shop) == HttpStatusCode.ServiceUnavailable)
                notReady = elapsed.Elapsed;
            Assert.True(elapsed.Elapsed < Grace, "Readiness never went away.");
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
        var answers = await Task.WhenAll(sends);
        var since = Stopwatch.StartNew();
        var exitCode = await stopping!;

        Assert.Equal(0, exitCode);
        Assert.True(since.Elapsed < Grace, $"The Host took {since.Elapsed} to end.");
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        TestContext.Current.SendDiagnosticMessage($"{answers.Length} webhooks, {answers.Length - 200} of them after SIGTERM; ended {since.Elapsed.TotalSeconds:0.0} s after the last");
        await shop.StartAgainAsync();
        await shop.SettleAsync();
        Assert.Equal(answers.Length, await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE natural_id LIKE 'wamid.drain.%' AND state = 'Done'"));
    }

    private static async Task<HttpStatusCode?> SendAsync(ShopOnWhatsApp shop, Shopper shopper, int number)
    {
        try
        {
            using var answer = await shop.DeliverAsync(WhatsAppBody.ButtonReply(shopper, $"wamid.drain.{number}", "cart"));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<HttpStatusCode> ReadyAsync(ShopOnWhatsApp shop)
    {
        using var answer = await shop.Host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
