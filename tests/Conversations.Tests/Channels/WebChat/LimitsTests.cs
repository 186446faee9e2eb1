using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Conversations.Tests.Channels.WebChat;

public sealed class LimitsTests
{
    private static readonly Uri Sessions = new("/chat/sessions", UriKind.Relative);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 50, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TooManySessions_AreRefusedUntilTheNextMinute()
    {
        await using var shop = await StartAsync(("SessionsPerMinute", "2"));
        await OpenAsync(shop);
        await OpenAsync(shop);

        await RefusedAsync(await shop.Http.PostAsync(Sessions, null, Cancel), seconds: 10);

        _time.Advance(TimeSpan.FromSeconds(10));
        await OpenAsync(shop);
    }

    [Fact]
    public async Task TooManyMessages_AreRefusedInTheirSessionOnly()
    {
        await using var shop = await StartAsync(("MessagesPerMinute", "2"));
        var (loud, quiet) = (await OpenAsync(shop), await OpenAsync(shop));
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(shop, loud, "1")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(shop, loud, "2")).StatusCode);

        await RefusedAsync(await PostAsync(shop, loud, "3"), seconds: 10);

        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(shop, quiet, "1")).StatusCode);
    }

    [Theory]
    [InlineData("StreamsPerSession")]
    [InlineData("StreamsPerAddress")]
    public async Task TooManyStreams_AreRefusedUntilOneIsClosed(string limit)
    {
        await using var shop = await StartAsync((limit, "1"));
        var token = await OpenAsync(shop);
        var first = await EventStream.OpenAsync(shop, token);

        await RefusedAsync(await shop.Http.GetAsync(EventStream.Address(token), HttpCompletionOption.ResponseHeadersRead, Cancel), seconds: 15);

        await first.DisposeAsync();
        await Until.TrueAsync(async () =>
        {
            using var again = await shop.Http.GetAsync(EventStream.Address(token), HttpCompletionOption.ResponseHeadersRead, Cancel);
            return again.StatusCode == HttpStatusCode.OK;
        }, "a place for the stream");
    }

    private Task<ShopUnderTest> StartAsync((string Name, string Value) limit) => ShopUnderTest.StartAsync(wishes =>
    {
        wishes.Time = _time;
        wishes.Settings[$"Channels:WebChat:{limit.Name}"] = limit.Value;
    });

    private static async Task<string> OpenAsync(ShopUnderTest shop)
    {
        var answer = await shop.Http.PostAsync(Sessions, null, Cancel);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()!;
    }

    private static Task<HttpResponseMessage> PostAsync(ShopUnderTest shop, string token, string id) =>
        shop.Http.PostAsJsonAsync(new Uri($"/chat/sessions/{token}/messages", UriKind.Relative), new { id, text = "hello" }, Cancel);

    private static async Task RefusedAsync(HttpResponseMessage answer, int seconds)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Headers.RetryAfter?.Delta);
        Assert.Contains($"{seconds} s", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
