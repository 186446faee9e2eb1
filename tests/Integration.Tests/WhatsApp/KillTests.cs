using System.Net;
using System.Text.Json;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Integration.Tests.WhatsApp;

/// <summary>On the embedded store; the fault campaign does the same to the servers.</summary>
public sealed class KillTests
{
    private const int Conversations = 20;
    private const int MessagesEach = 10;
    private const int Kills = 2;

    /// <summary>Each message adds one piece, so a cart that holds as many pieces as messages were acknowledged proves one effect each, and the growing counts in the replies prove their order.</summary>
    [Fact]
    public async Task HostKilledDuringABurst_EveryAcknowledgedMessageHasOneEffectAndRepliesInOrder()
    {
        // These bodies are posted past the simulated phones, so the simulator has not heard them open the 24-hour window.
        await using var shop = await ShopOnWhatsApp.StartAsync(new WhatsAppSimulatorOptions { Window = WindowRule.Off });
        var sku = await SkuWithStockAsync(shop);
        var shoppers = Enumerable.Range(0, Conversations).Select(n => shop.WhatsApp.Shopper($"1555777{n:0000}", $"Shopper {n}")).ToList();

        var burst = Task.WhenAll(shoppers.Select(shopper => AddPiecesAsync(shop, shopper, sku)));
        for (var kill = 0; kill < Kills; kill++)
        {
            await WaitForProgressAsync(shop, burst, (kill + 1) * Conversations * MessagesEach / (Kills + 1));
            await shop.KillAndRestartAsync();
        }
        await burst;

        foreach (var shopper in shoppers)
            await shopper.WaitForAsync(message => Pieces(message) == MessagesEach, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        foreach (var shopper in shoppers)
        {
            // A repeated send carries the same correlation: the row was sent when the Host died, and nobody could know.
            var counts = shopper.Received.DistinctBy(message => message.CallbackData).Select(Pieces).Where(count => count > 0).ToList();
            Assert.Equal(counts.Order(), counts);
        }
        Assert.Equal(Enumerable.Repeat(MessagesEach, Conversations), await CartedPiecesAsync(shop, sku));
        Assert.Equal(Conversations * MessagesEach, await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE natural_id LIKE 'wamid.1555777%' AND kind <> 'status'"));
        Assert.Empty(shop.WhatsApp.Refused);
    }

    private static async Task AddPiecesAsync(ShopOnWhatsApp shop, Shopper shopper, string sku)
    {
        for (var n = 1; n <= MessagesEach; n++)
        {
            // The next is written once this one is acknowledged, by the first delivery or by a repeated one.
            var body = WhatsAppBody.ButtonReply(shopper, $"wamid.{shopper.Number}.{n}", $"add:{sku}");
            while (await shop.WhatsApp.PostAsync(body, TestContext.Current.CancellationToken) != HttpStatusCode.OK)
                await Task.Yield();
        }
    }

    private static async Task WaitForProgressAsync(ShopOnWhatsApp shop, Task burst, int acknowledged)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!burst.IsCompleted && await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound") < acknowledged)
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> SkuWithStockAsync(ShopOnWhatsApp shop) =>
        (string)(await shop.Ledger.ScalarAsync("SELECT sku FROM catalog.stock WHERE on_hand - reserved >= 10 ORDER BY sku LIMIT 1"))!;

    private static async Task<IEnumerable<int>> CartedPiecesAsync(ShopOnWhatsApp shop, string sku) =>
        from lines in await shop.Ledger.ColumnAsync<string>("SELECT lines FROM orders.carts")
        from line in JsonDocument.Parse(lines).RootElement.EnumerateArray()
        where line.GetProperty("sku").GetString() == sku
        select line.GetProperty("quantity").GetInt32();

    /// <summary>The number of pieces the reply says lie in the cart; 0 for another kind of reply.</summary>
    private static int Pieces(ReceivedMessage message) =>
        System.Text.RegularExpressions.Regex.Match(message.Text, @"\b(\d+) in all") is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
