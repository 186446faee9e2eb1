using EcommerceBot.EndToEnd.Tests.Browsing;
using EcommerceBot.EndToEnd.Tests.Running;

namespace EcommerceBot.EndToEnd.Tests.Page;

public sealed class TextOnlyTests(OpenShop shop)
{
    [Theory]
    [InlineData("""{"id":"1","type":"text","text":"<img src=x onerror=alert(1)><b>bold</b>"}""", "<img src=x onerror=alert(1)><b>bold</b>")]
    [InlineData("""{"id":"1","type":"link","text":"Pay","url":"javascript:alert(1)","label":"<i>Pay</i>"}""", "Pay")]
    [InlineData("""{"id":"1","type":"image","text":"Look","url":"data:text/html,<script>alert(1)</script>"}""", "Look")]
    [InlineData("""{"id":"1","type":"something new","text":"Still readable"}""", "Still readable")]
    public async Task MessageWithMarkupOrStrangeAddress_IsShownAsText(string message, string shown)
    {
        await using var shopper = await shop.EnterAsync(prepare: page => page.RouteAsync("**/events*", route => route.FulfillAsync(
            new RouteFulfillOptions { ContentType = "text/event-stream", Body = $"id: 1\ndata: {message}\n\n" })));

        await Shopper.Expect(shopper.Heard).ToHaveCountAsync(1);

        await Shopper.Expect(shopper.Heard.Locator(".note")).ToContainTextAsync(shown);
        await Shopper.Expect(shopper.Heard.Locator("a, img, b, i, script")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1999, "EUR", "€19.99")]
    [InlineData(1999, "JPY", "JP¥1,999")]
    [InlineData(1999, "KWD", "KWD 1.999")]
    [InlineData(199900, "HUF", "HUF 1,999.00")]
    public async Task Price_IsShownWithTheDecimalsOfItsCurrency(int amount, string currency, string shown)
    {
        var price = $$"""{"amount":{{amount}},"currency":"{{currency}}"}""";
        var message = $$"""{"id":"1","type":"products","text":"","products":[{"id":"p","title":"Thing","price":{{price}}}]}""";
        await using var shopper = await shop.EnterAsync(prepare: page => page.RouteAsync("**/events*", route => route.FulfillAsync(
            new RouteFulfillOptions { ContentType = "text/event-stream", Body = $"id: 1\ndata: {message}\n\n" })));

        await Shopper.Expect(shopper.Page.GetByTestId("price")).ToHaveTextAsync(shown);
    }
}
