using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Host.Tests.Errors;

namespace EcommerceBot.Host.Tests.Admin;

public sealed class AdminAccessTests
{
    private const string Key = "a-key-of-the-tests-own-0123456789";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KeyIsConfigured_OnlyItsHolderIsLetIn()
    {
        await using var shop = new ShopFactory("Staging", Key);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(shop, ("X-Admin-Key", Key)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(shop, ("Authorization", $"Bearer {Key}")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(shop, ("X-Admin-Key", Key[..^1])));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(shop, ("Authorization", $"Basic {Key}")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(shop));
        // Before the body is looked at, so that a stranger learns nothing from how it is read.
        using var decision = await shop.CreateClient().PostAsync(new Uri("/api/errors/discard", UriKind.Relative), new StringContent("{", System.Text.Encoding.UTF8, "application/json"), Token);
        Assert.Equal(HttpStatusCode.Unauthorized, decision.StatusCode);
        var problem = await decision.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Contains("X-Admin-Key", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", decision.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("Development", "127.0.0.1", "localhost", null, HttpStatusCode.OK)]
    [InlineData("Development", "::1", "[::1]:8080", null, HttpStatusCode.OK)]
    [InlineData("Development", "203.0.113.7", "localhost", null, HttpStatusCode.Unauthorized)]
    [InlineData("Development", "127.0.0.1", "evil.example", null, HttpStatusCode.Unauthorized)]
    [InlineData("Development", "127.0.0.1", "localhost", "203.0.113.7", HttpStatusCode.Unauthorized)]
    [InlineData("Staging", "127.0.0.1", "localhost", null, HttpStatusCode.Unauthorized)]
    public async Task NoKeyIsConfigured_OnlyADevelopersOwnMachineIsLetIn(string environment, string from, string host, string? forwardedFor, HttpStatusCode expected)
    {
        await using var shop = new ShopFactory(environment, null, IPAddress.Parse(from));

        Assert.Equal(expected, await AskAsync(shop, [("Host", host), .. forwardedFor is null ? [] : ((string, string)[])[("X-Forwarded-For", forwardedFor)]]));
    }

    [Fact]
    public async Task OpenApi_NamesTheKeyWhereItIsNeeded()
    {
        await using var shop = new ShopFactory("Staging", Key);

        var document = await shop.CreateClient().GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), Token);

        Assert.Equal("X-Admin-Key", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("AdminKey").GetProperty("name").GetString());
        Assert.Equal(2, document.GetProperty("paths").GetProperty("/api/errors").GetProperty("get").GetProperty("security").GetArrayLength());
        Assert.False(document.GetProperty("paths").GetProperty("/api/catalog/products").GetProperty("get").TryGetProperty("security", out _));
    }

    private static async Task<HttpStatusCode> AskAsync(ShopFactory shop, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/errors", UriKind.Relative));
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var answer = await shop.CreateClient().SendAsync(request, Token);
        return answer.StatusCode;
    }
}
