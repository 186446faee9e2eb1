using System.Net;
using EcommerceBot.Host.Listening;
using EcommerceBot.Host.Tests.Errors;
using Microsoft.AspNetCore.Hosting;

namespace EcommerceBot.Host.Tests.Listening;

public sealed class ProxyTests
{
    private static readonly IPAddress Proxy = IPAddress.Parse("10.1.2.3");

    [Fact]
    public async Task KnownProxyForwards_EachShopperHasALimitOfTheirOwn()
    {
        await using var shop = new ShopFactory("Staging", null, Proxy);
        await using var behind = shop.WithWebHostBuilder(builder => builder.UseSetting("Proxy:Networks:0", "10.0.0.0/8").UseSetting("RateLimits:PerAddress:/api", "1"));
        using var client = behind.CreateClient();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "198.51.100.1"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "198.51.100.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "198.51.100.1"));
        // What a shopper writes before the proxy's own word counts for nothing.
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "203.0.113.99, 198.51.100.2"));
    }

    [Fact]
    public async Task StrangerForwards_IsNotBelieved()
    {
        await using var shop = new ShopFactory("Staging", null, IPAddress.Parse("203.0.113.7"));
        await using var behind = shop.WithWebHostBuilder(builder => builder.UseSetting("Proxy:Networks:0", "10.0.0.0/8").UseSetting("RateLimits:PerAddress:/api", "1"));
        using var client = behind.CreateClient();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "198.51.100.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "198.51.100.2"));
    }

    [Fact]
    public void EntriesThatCannotBeRead_AreAllNamed()
    {
        var options = new ProxyOptions { Hops = 0 };
        options.Networks.AddRange(["10.0.0.0/8", "everywhere"]);
        options.Addresses.AddRange(["10.0.0.7", "proxy.local"]);

        Assert.Equal(3, options.Faults().Count());
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/catalog/products?q=boots", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
