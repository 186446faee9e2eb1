using System.Net;
using System.Text;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Tests.Channels.WhatsApp;

public sealed class WebhookTests : IAsyncLifetime
{
    private const int LargestBody = 3 * 1024 * 1024;

    private CloudApiStub _api = null!;
    private ShopUnderTest _shop = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _api = await CloudApiStub.StartAsync();
        _shop = await ShopUnderTest.StartAsync(wishes => wishes.WhatsAppApi = _api.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Theory]
    [StoreData("subscribe", ShopUnderTest.VerifyToken, HttpStatusCode.OK)]
    [StoreData("subscribe", "a-guess", HttpStatusCode.Forbidden)]
    [StoreData("unsubscribe", ShopUnderTest.VerifyToken, HttpStatusCode.Forbidden)]
    public async Task Handshake_IsAnsweredToWhoKnowsTheWord(string mode, string token, HttpStatusCode expected)
    {
        var answer = await _shop.Http.GetAsync(new Uri($"/webhooks/whatsapp?hub.mode={mode}&hub.verify_token={token}&hub.challenge=1158201444", UriKind.Relative), Cancel);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel) == "1158201444");
    }

    [Theory]
    [StoreData((string?)null)]
    [StoreData("sha256=")]
    [StoreData("sha256=zz")]
    [StoreData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [StoreData("sha1=0000000000000000000000000000000000000000")]
    public async Task ForgedOrMissingSignature_Is401AndLeavesNoRow(string? signature)
    {
        var body = Encoding.UTF8.GetBytes(WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", "hello")));

        var answer = await _shop.PostWebhookAsync(body, signature);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, await _shop.ReadAsync(db => db.Inbound.CountAsync(Cancel)));
    }

    [Theory]
    [StoreData(LargestBody, HttpStatusCode.OK)]
    [StoreData(LargestBody + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task BodyOfThreeMegabytes_IsTheLargest(int size, HttpStatusCode expected)
    {
        var empty = WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", ""));
        var body = WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", new string('x', size - Encoding.UTF8.GetByteCount(empty))));

        Assert.Equal(expected, (await _shop.PostWebhookAsync(body)).StatusCode);
    }

    [Theory]
    [StoreData("")]
    [StoreData("{")]
    [StoreData("[]")]
    [StoreData("null")]
    [StoreData("{\"object\":\"page\",\"entry\":[]}")]
    [StoreData("{\"object\":\"whatsapp_business_account\"}")]
    [StoreData("{\"object\":\"whatsapp_business_account\",\"entry\":{}}")]
    public async Task NotAWebhookOfWhatsApp_Is400(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await _shop.PostWebhookAsync(body)).StatusCode);

    [StoreFact]
    public async Task EveryMalformedJsonOfTheSuite_Is400()
    {
        var files = Directory.GetFiles(SharedData.JsonCases, "n_*.json");
        Assert.NotEmpty(files);
        foreach (var file in files)
            Assert.True((await _shop.PostWebhookAsync(await File.ReadAllBytesAsync(file, Cancel))).StatusCode == HttpStatusCode.BadRequest, file);
    }

    [Theory]
    [StoreData(new byte[] { 0xFF })]
    [StoreData(new byte[] { 0xC0, 0xAF })]
    [StoreData(new byte[] { 0xED, 0xA0, 0x80 })]
    public async Task BytesThatAreNotUtf8_Are400(byte[] bytes)
    {
        var parts = WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", "@")).Split('@');

        var answer = await _shop.PostWebhookAsync([.. Encoding.UTF8.GetBytes(parts[0]), .. bytes, .. Encoding.UTF8.GetBytes(parts[1])]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [StoreData("a\\u0000b", "a\0b")]
    [StoreData("\\ud83d alone \\ud83d\\ude00", "\uFFFD alone \U0001F600")]
    [StoreData("caf\\u00e9 \\/ \\n", "caf\u00e9 / ")]
    public async Task OddEscapes_AreAnswered(string escaped, string text)
    {
        var message = WhatsAppPost.Text("1", "wamid.1", "@").Replace("@", escaped, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await _shop.PostWebhookAsync(WhatsAppPost.Messages(message))).StatusCode);
        await Until.TrueAsync(() => _api.Calls.Count == 1, "the reply");
        Assert.Equal(text.Trim(), CloudApiStub.TextOf(_api.Calls[0]));
    }

    [StoreFact]
    public async Task EveryNaughtyString_IsOneRow()
    {
        var strings = System.Text.Json.JsonSerializer.Deserialize<string[]>(await File.ReadAllBytesAsync(SharedData.NaughtyStrings, Cancel))!;

        var answer = await _shop.PostWebhookAsync(WhatsAppPost.Messages(strings.Select((text, at) => WhatsAppPost.Text($"{at}", $"wamid.{at}", text))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(strings.Length, await _shop.ReadAsync(db => db.Inbound.CountAsync(row => row.Reason == null, Cancel)));
    }

    [StoreFact]
    public async Task StoreIsDown_TheSenderIsAskedToRepeatAndNothingIsLost()
    {
        var body = WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", "hello"));
        await _shop.ReadAsync(db => db.Database.ExecuteSqlRawAsync(OnStore.IsPostgres ? "ALTER TABLE conversations.inbound RENAME TO away" : "ALTER TABLE conversations_inbound RENAME TO away", Cancel));
        var refused = await _shop.PostWebhookAsync(body);
        await _shop.ReadAsync(db => db.Database.ExecuteSqlRawAsync(OnStore.IsPostgres ? "ALTER TABLE conversations.away RENAME TO inbound" : "ALTER TABLE away RENAME TO conversations_inbound", Cancel));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await _shop.PostWebhookAsync(body)).StatusCode);
        await Until.TrueAsync(() => _api.Calls.Count == 1, "the reply");
    }

    [Fact]
    public async Task ManyRequestsAtOnce_ShareTransactionsAndEachIsStored()
    {
        const int Requests = 60;
        Task<HttpResponseMessage[]> answers;
        await using (var scope = _shop.Services.CreateAsyncScope())
        {
            // While somebody else writes, the requests gather.
            var db = scope.ServiceProvider.GetRequiredService<EcommerceBot.Conversations.Persistence.ConversationsDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            answers = Task.WhenAll(Enumerable.Range(0, Requests).Select(n => _shop.PostWebhookAsync(WhatsAppPost.Messages(WhatsAppPost.Text($"{n}", $"wamid.{n}", "hi")))));
            var intake = _shop.Services.GetRequiredService<InboundIntake>();
            await Until.TrueAsync(() => intake.Waiting.Count > 0, "requests that wait together");
            Assert.False(answers.IsCompleted);
        }

        Assert.All(await answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var commits = await _shop.ReadAsync(db => db.Inbound.Select(row => row.ReceivedAt).Distinct().CountAsync(Cancel));
        Assert.Equal(Requests, await _shop.ReadAsync(db => db.Inbound.CountAsync(Cancel)));
        Assert.InRange(commits, 1, Requests / 2);
    }
}

public sealed class WhatsAppOffTests
{
    [StoreFact]
    public async Task NotConfigured_TheWebhookIsNotThere()
    {
        await using var shop = await ShopUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await shop.PostWebhookAsync("{}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.GetAsync(new Uri("/webhooks/whatsapp", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [StoreFact]
    public async Task HalfConfigured_TheStartIsRefusedAndNamesAllThatIsMissing()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            ShopUnderTest.StartAsync(wishes => wishes.Settings["Channels:WhatsApp:PhoneNumberId"] = "1"));

        Assert.Contains("Channels__WhatsApp__AccessToken, Channels__WhatsApp__AppSecret, Channels__WhatsApp__VerifyToken", refused.Message, StringComparison.Ordinal);
    }
}
