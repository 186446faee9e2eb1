using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Servers;

namespace EcommerceBot.Conversations.Tests.Channels;

/// <summary>The whole server goes, not one table: on a PostgreSQL of its own.</summary>
public sealed class StoreOutageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ServerIsGone_EveryDoorAsksToComeAgainAndTheRepeatIsAnswered()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.StartAsync();
        using var data = new TempFolder { Database = server.ConnectionString(await server.CreateDatabaseAsync(), poolSize: 20) };
        await using var api = await CloudApiStub.StartAsync();
        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.WhatsAppApi) = (data, api.Url));
        var token = await OpenAsync(shop);
        var body = WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", "hello"));
        await server.CrashAsync();

        AskedToComeAgain(await shop.PostWebhookAsync(body));
        AskedToComeAgain(await PostAsync(shop, token));
        AskedToComeAgain(await shop.Http.PostAsync(Sessions, null, Cancel));
        AskedToComeAgain(await shop.Http.GetAsync(EventStream.Address(token), HttpCompletionOption.ResponseHeadersRead, Cancel));

        await server.RunAsync();
        await Until.TrueAsync(async () => (await shop.PostWebhookAsync(body)).StatusCode == HttpStatusCode.OK, "the repeated webhook taken");
        await Until.TrueAsync(async () => (await PostAsync(shop, token)).StatusCode == HttpStatusCode.Accepted, "the repeated message taken");
        await Until.TrueAsync(() => api.Calls.Count == 1, "the reply on WhatsApp");
        await using var stream = await EventStream.OpenAsync(shop, token);
        Assert.Equal("hello", await stream.NextTextAsync());
    }

    private static Uri Sessions => new("/chat/sessions", UriKind.Relative);

    private static async Task<string> OpenAsync(ShopUnderTest shop) =>
        (await (await shop.Http.PostAsync(Sessions, null, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()!;

    private static Task<HttpResponseMessage> PostAsync(ShopUnderTest shop, string token) =>
        shop.Http.PostAsJsonAsync(new Uri($"/chat/sessions/{token}/messages", UriKind.Relative), new { id = "1", text = "hello" }, Cancel);

    private static void AskedToComeAgain(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }
}
