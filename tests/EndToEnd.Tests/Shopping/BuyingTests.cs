using System.Text.RegularExpressions;
using EcommerceBot.EndToEnd.Tests.Browsing;
using EcommerceBot.EndToEnd.Tests.Running;

namespace EcommerceBot.EndToEnd.Tests.Shopping;

public sealed partial class BuyingTests(OpenShop shop)
{
    [Fact]
    public async Task ShopperOnThePage_FindsAddsPaysAndGetsTheConfirmation()
    {
        await using var shopper = await shop.EnterAsync();
        await shopper.SayAsync("I am looking for hiking boots");
        await shopper.PictureAsync("found");
        await shopper.PutFirstCardIntoCartAsync();
        await shopper.PressAsync("Check out");
        await shopper.SayAsync("Ada Lovelace");
        await shopper.SayAsync("12 Mill Lane, 1011 AB Amsterdam, Netherlands");
        await shopper.PressAsync("Yes, pay");

        var (paid, payment) = await PayAsync(shopper);

        await Shopper.Expect(payment.Locator(".pay-result")).ToBeVisibleAsync();
        var confirmation = shopper.Heard.Filter(new LocatorFilterOptions { HasTextRegex = OrderNumber() }).First;
        await Shopper.Expect(confirmation).ToContainTextAsync(paid);
        await Shopper.Expect(shopper.CartCount).ToBeHiddenAsync();
        await shopper.PictureAsync("confirmed");
        var number = OrderNumber().Match(await confirmation.InnerTextAsync()).Groups[1].Value;
        await shopper.SayAsync("Where is my order?");
        await Shopper.Expect(shopper.Heard.Last).ToContainTextAsync(number);
        shopper.Faults.AssertNone();
    }

    /// <summary>Opens the payment page from the chat and pays; returns the amount as that page shows it.</summary>
    private static async Task<(string Amount, IPage Page)> PayAsync(Shopper shopper)
    {
        var page = await shopper.Context.RunAndWaitForPageAsync(() => shopper.Link.ClickAsync());
        var amount = Amount().Match(await page.Locator(".pay-total").InnerTextAsync()).Value;
        Assert.NotEmpty(amount);
        await shopper.PictureAsync("paying", page);
        await page.Locator("button[name=outcome][value=pay]").ClickAsync();
        return (amount, page);
    }

    /// <summary>A sum as people write it, without its currency.</summary>
    [GeneratedRegex(@"\d[\d.,]*\d")]
    private static partial Regex Amount();

    [GeneratedRegex(@"[Oo]rder (EB-\w{4}-\w{4})\b")]
    private static partial Regex OrderNumber();
}
