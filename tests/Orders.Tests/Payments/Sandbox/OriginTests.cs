using System.Net;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Payments.Sandbox;

/// <summary>Browsers say where a press comes from: newer ones by Sec-Fetch-Site (over https and on localhost only), all of them by Origin.</summary>
public class OriginTests
{
    private const string PublicUrl = "https://shop.example/";

    [Theory]
    [InlineData("same-origin", null)]
    [InlineData("none", null)]
    [InlineData("same-origin", "null")]
    [InlineData(null, "https://shop.example")]
    [InlineData(null, "http://localhost")]
    [InlineData(null, null)]
    public async Task FromThePageItself_IsTaken(string? site, string? origin) => Assert.Equal((HttpStatusCode.OK, 1), await PressAsync(site, origin));

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("cross-site", "https://shop.example")]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "https://shop.example.evil.example")]
    [InlineData(null, "http://shop.example")]
    [InlineData(null, "https://shop.example:444")]
    [InlineData(null, "null")]
    [InlineData(null, "nonsense")]
    public async Task FromElsewhere_IsForbiddenAndChangesNothing(string? site, string? origin) =>
        Assert.Equal((HttpStatusCode.Forbidden, 0), await PressAsync(site, origin));

    [Theory, BothStores]
    public async Task ThePage_LetsItsOwnFormSayItsOrigin(Store store)
    {
        await using var till = await Till.OpenAsync(store);

        using var page = await till.Http.GetAsync(new Uri("/pay/nothing", UriKind.Relative), TestContext.Current.CancellationToken);

        // With no-referrer a browser sends Origin: null from the page's own form.
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    private static async Task<(HttpStatusCode Status, int Attempts)> PressAsync(string? site, string? origin)
    {
        await using var till = await Till.OpenAsync(Store.Embedded, ("Shop:PublicUrl", PublicUrl));
        var ann = new Shopper(till);
        var checkout = (await ann.AtThePageAsync()).CheckoutId;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/pay/{(await ann.PaymentAsync(checkout)).Id}")
        {
            Content = new FormUrlEncodedContent([new("outcome", "decline")]),
        };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);
        using var response = await till.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, (await ann.PaymentAsync(checkout)).Attempts);
    }
}
