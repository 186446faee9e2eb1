using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EcommerceBot.Host.Tests.Errors;

public sealed class ErrorsApiTests : IAsyncDisposable
{
    private const string Key = "a-key-of-the-tests-own-0123456789";
    private const string Queue = "orders-start-checkout";

    private readonly ShopFactory _shop = new("Staging", Key);
    private readonly HttpClient _client;

    public ErrorsApiTests()
    {
        _client = _shop.CreateClient();
        _client.DefaultRequestHeaders.Add("X-Admin-Key", Key);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task WrongFilters_EveryFaultIsNamedAtOnce()
    {
        using var answer = await _client.GetAsync(new Uri("/api/errors?olderThan=soon&newerThan=1w&limit=0&after=x&queue=", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("errors");
        Assert.Equal(["after", "limit", "newerThan", "olderThan", "queue"], errors.EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"all":true,"queue":"orders-start-checkout"}""")]
    public async Task DecisionWithoutAClearChoice_IsRefusedAndChangesNothing(string order)
    {
        await _shop.AddFailedAsync(Queue, TimeSpan.FromMinutes(1));

        using var answer = await PostAsync("discard", order);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await ListAsync("")).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task FilterByAge_DryRunCountsAndDiscardTakesThose()
    {
        await _shop.AddFailedAsync(Queue, TimeSpan.FromHours(3));
        var young = await _shop.AddFailedAsync(Queue, TimeSpan.FromMinutes(1));

        var dry = await OutcomeAsync("discard", """{"olderThan":"2h","dryRun":true}""");
        var both = await ListAsync("");
        var done = await OutcomeAsync("discard", """{"olderThan":"2h"}""");
        var left = await ListAsync("");

        Assert.Equal((true, 1), (dry.GetProperty("dryRun").GetBoolean(), dry.GetProperty("count").GetInt32()));
        Assert.Equal((2, 1), (both.GetProperty("messages").GetArrayLength(), done.GetProperty("count").GetInt32()));
        Assert.Equal(young, Assert.Single(left.GetProperty("messages").EnumerateArray()).GetProperty("messageId").GetGuid());
    }

    [Fact]
    public async Task Pages_FollowEachOther()
    {
        for (var i = 1; i <= 3; i++)
            await _shop.AddFailedAsync(Queue, TimeSpan.FromMinutes(i));

        var first = await ListAsync("?limit=2");
        var second = await ListAsync($"?limit=2&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}");

        Assert.Equal((2, 1), (first.GetProperty("messages").GetArrayLength(), second.GetProperty("messages").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task ShownById_BodyAndReasonAreThereAndAnotherIdIsNotFound()
    {
        var messageId = await _shop.AddFailedAsync(Queue, TimeSpan.FromMinutes(1), [0x01, 0x02]);

        var details = await _client.GetFromJsonAsync<JsonElement>(new Uri($"/api/errors/{messageId}", UriKind.Relative), Token);
        using var missing = await _client.GetAsync(new Uri("/api/errors/999", UriKind.Relative), Token);

        Assert.Equal("0x0102", details.GetProperty("body").GetString());
        Assert.Equal("It was meant to fail", details.GetProperty("message").GetProperty("exceptionMessage").GetString());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType!.MediaType);
    }

    private Task<JsonElement> ListAsync(string query) => _client.GetFromJsonAsync<JsonElement>(new Uri($"/api/errors{query}", UriKind.Relative), Token);

    private Task<HttpResponseMessage> PostAsync(string verb, string order) =>
        _client.PostAsync(new Uri($"/api/errors/{verb}", UriKind.Relative), new StringContent(order, System.Text.Encoding.UTF8, "application/json"), Token);

    private async Task<JsonElement> OutcomeAsync(string verb, string order)
    {
        using var answer = await PostAsync(verb, order);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
