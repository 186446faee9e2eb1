using EcommerceBot.EndToEnd.Tests.Browsing;
using EcommerceBot.EndToEnd.Tests.Running;

namespace EcommerceBot.EndToEnd.Tests.Shopping;

public sealed class ReturningTests(OpenShop shop)
{
    private const string ForgetToken =
        "localStorage['shop-chat'] = JSON.stringify({ ...JSON.parse(localStorage['shop-chat']), token: 'gone' })";

    [Fact]
    public async Task PageReloaded_ConversationContinues()
    {
        await using var shopper = await shop.EnterAsync();
        await shopper.SayAsync("I am looking for hiking boots");
        await shopper.PutFirstCardIntoCartAsync();
        await shopper.SayAsync("Show my cart");
        var before = await shopper.Log.Locator("[data-from]").AllInnerTextsAsync();

        await shopper.Page.ReloadAsync();

        await Shopper.Expect(shopper.Log.Locator("[data-from]")).ToHaveCountAsync(before.Count);
        Assert.Equal(before, await shopper.Log.Locator("[data-from]").AllInnerTextsAsync());
        await Shopper.Expect(shopper.CartCount).ToHaveTextAsync("1");
        await shopper.PressAsync("Check out");
    }

    [Fact]
    public async Task ConnectionLost_MessageWaitsAndIsAnsweredOnce()
    {
        await using var shopper = await shop.EnterAsync();
        await shopper.SayAsync("Hello");
        var heard = await shopper.Heard.CountAsync();

        await shopper.Context.SetOfflineAsync(true);
        await shopper.Box.FillAsync("Show my cart");
        await shopper.Box.PressAsync("Enter");
        await Shopper.Expect(shopper.Said.Last.GetByTestId("retry")).ToBeVisibleAsync();
        await shopper.PictureAsync("offline");
        await shopper.Context.SetOfflineAsync(false);

        await Shopper.Expect(shopper.Heard.Nth(heard)).ToBeVisibleAsync();
        await Shopper.Expect(shopper.Said.Last.GetByTestId("retry")).ToHaveCountAsync(0);
        await shopper.SayAsync("Show my cart");
        await Shopper.Expect(shopper.Said).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task SessionForgottenByTheShop_MessageGoesIntoANewOne()
    {
        await using var shopper = await shop.EnterAsync();
        await shopper.SayAsync("Hello");

        await shopper.Page.EvaluateAsync(ForgetToken);
        await shopper.Page.ReloadAsync();
        await shopper.SayAsync("Show my cart");

        await Shopper.Expect(shopper.Log.Locator(".divider")).ToHaveCountAsync(1);
        await Shopper.Expect(shopper.Said).ToHaveCountAsync(2);
    }
}
