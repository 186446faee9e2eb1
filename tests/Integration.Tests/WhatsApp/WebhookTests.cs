using System.Net;
using System.Text;
using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Simulators.WhatsApp;

namespace EcommerceBot.Integration.Tests.WhatsApp;

public sealed class WebhookTests(ServersFixture servers)
{
    [Fact]
    public async Task ForgedMissingMalformedAndOversizedBodies_AreRefusedAndLeaveNoRow()
    {
        await using var shop = await ShopOnWhatsApp.StartAsync();
        var body = WhatsAppBody.ButtonReply(shop.WhatsApp.Shopper("15559990001", "Eve"), "wamid.forged", "cart");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(shop, body, "sha256=" + new string('0', 64)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(shop, body, ""));
        var nonsense = "{\"object\":\"whatsapp_business_account\",\"entry\":["u8.ToArray();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(shop, nonsense));
        var huge = Encoding.UTF8.GetBytes($"{{\"object\":\"{new string('x', 3 * 1024 * 1024)}\"}}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(shop, huge));

        Assert.Equal(0, await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound"));
    }

    [Fact]
    public async Task Handshake_AnswersTheChallengeOnlyToTheRightToken()
    {
        await using var shop = await ShopOnWhatsApp.StartAsync();

        Assert.Equal("4711", await shop.Host.Client.GetStringAsync(
            new Uri("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=verify-me", UriKind.Relative), TestContext.Current.CancellationToken));
        using var refused = await shop.Host.Client.GetAsync(
            new Uri("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=guess", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData(Store.Embedded)]
    [InlineData(Store.Servers)]
    public async Task MetasOwnBodiesThreeTimesShuffled_EachIs200OneRowAndOneAnswer(Store store)
    {
        var folder = SharedData.Find("whatsapp/inbound");
        Assert.SkipWhen(folder is null, "../shared/data/whatsapp is not beside this checkout; WebhookTests of Conversations prove the same with bodies of their own");
        await using var shop = await ShopOnWhatsApp.StartAsync(new WhatsAppSimulatorOptions { Window = WindowRule.Off }, await servers.StoresAsync(store));
        var bodies = Directory.GetFiles(folder!, "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        Assert.Equal(16, bodies.Count);

        foreach (var body in bodies)
            Assert.Equal(HttpStatusCode.OK, await PostAsync(shop, body));
        await shop.SettleAsync();
        var (rows, answers) = (await RowsAsync(shop), await RepliesAsync(shop));
        var again = bodies.Concat(bodies).ToArray();
        new Random(7).Shuffle(again);
        foreach (var body in again)
            Assert.Equal(HttpStatusCode.OK, await PostAsync(shop, body));
        await shop.SettleAsync();

        Assert.InRange(rows, 16, int.MaxValue);
        Assert.Equal(rows, await RowsAsync(shop));
        Assert.Equal(answers, await RepliesAsync(shop));
        Assert.Equal(0, await shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE state = 'Ignored' AND reason IS NULL"));
        Assert.Equal(0, await shop.Ledger.CountAsync("SELECT count(*) FROM messaging.failed_messages"));
    }

    private static Task<long> RowsAsync(ShopOnWhatsApp shop) => shop.Ledger.CountAsync("SELECT count(*) FROM conversations.inbound WHERE kind <> 'status'");

    private static Task<long> RepliesAsync(ShopOnWhatsApp shop) => shop.Ledger.CountAsync("SELECT count(*) FROM conversations.outbound");

    private static async Task<HttpStatusCode> PostAsync(ShopOnWhatsApp shop, byte[] body, string? signature = null)
    {
        using var answer = await shop.DeliverAsync(body, signature);
        return answer.StatusCode;
    }
}
