using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;

namespace EcommerceBot.Integration.Tests.Watching;

public sealed class PortTests(WatchedShop watched, ServersFixture servers)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ManagementPort_AnswersOperatorsAndNobodyElse()
    {
        var shop = await watched.StartedAsync(servers);
        var (client, shopping, management) = (shop.Shop.Host.Client, shop.Shop.Host.Address, shop.Shop.Host.Management);

        foreach (var path in (string[])["/metrics", "/health", "/health/live", "/health/ready", "/health/startup"])
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, new Uri(management, path)));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(shopping, path)));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(shopping, path.ToUpperInvariant()), $"localhost:{management.Port}"));
        }
        foreach (var path in (string[])["/", "/api/errors", "/mcp", "/openapi/v1.json", "/debug/pprof/heap"])
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(management, path)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(shopping, "/debug/pprof/heap")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, new Uri(shop.Profiling, "/health")));
    }

    [Fact]
    public async Task Health_TellsEachDependencyWithItsAge()
    {
        var shop = await watched.StartedAsync(servers);

        var health = JsonSerializer.Deserialize<JsonElement>(await shop.Shop.Host.Client.GetStringAsync(new Uri(shop.Shop.Host.Management, "/health"), Cancel));

        Assert.Equal("Healthy", health.GetProperty("status").GetString());
        var checks = health.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
        Assert.All((string[])["store", "masstransit-bus", "serving", "redis"], name => Assert.Contains(name, checks.Keys));
        Assert.All(checks.Values, check => Assert.True(check.GetProperty("lastHealthySeconds").GetDouble() >= 0));
    }

    [Fact]
    public async Task CertificateFilesAreExchanged_NewConnectionsGetTheNewOne()
    {
        var shop = await watched.StartedAsync(servers);
        Assert.Equal("CN=first.example", await Certificates.ShownAsync(shop.TlsPort, Cancel));

        // Half an exchange: the new certificate beside the old key.
        await File.WriteAllTextAsync(Path.Combine(shop.Certificates, "tls.crt"), "-----BEGIN CERTIFICATE-----", Cancel);
        Assert.Equal("CN=first.example", await Certificates.ShownAsync(shop.TlsPort, Cancel));
        Certificates.Write(shop.Certificates, "second.example");

        await Eventually.SeeAsync(() => Certificates.ShownAsync(shop.TlsPort, Cancel), name => name == "CN=second.example", "the new certificate");
    }

    [Fact]
    public async Task KnownProxyForwardsHttps_AnswerAsksForHttpsForGood()
    {
        var shop = await watched.StartedAsync(servers);
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.Shop.Host.Address);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Host = "shop.example";

        using var answer = await shop.Shop.Host.Client.SendAsync(request, Cancel);

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretsAreRotated_TheOldOnesStillOpenAndOthersDoNot()
    {
        var shop = await watched.StartedAsync(servers);
        var body = """{"object":"whatsapp_business_account","entry":[]}"""u8.ToArray();

        foreach (var (secret, expected) in ((string, HttpStatusCode)[])[(Canaries.AppSecret, HttpStatusCode.OK), (Canaries.PreviousAppSecret, HttpStatusCode.OK), ("another", HttpStatusCode.Unauthorized)])
        {
            using var answer = await shop.Shop.DeliverAsync(body, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}");
            Assert.Equal(expected, answer.StatusCode);
        }
        foreach (var (key, expected) in ((string, HttpStatusCode)[])[(Canaries.AdminKey, HttpStatusCode.OK), (Canaries.PreviousAdminKey, HttpStatusCode.OK), ("another", HttpStatusCode.Unauthorized)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shop.Shop.Host.Address, "/api/errors"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var answer = await shop.Shop.Host.Client.SendAsync(request, Cancel);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri address, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
