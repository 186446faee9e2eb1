using EcommerceBot.EndToEnd.Tests.Browsing;
using EcommerceBot.EndToEnd.Tests.Running;

namespace EcommerceBot.EndToEnd.Tests.Page;

public sealed class KeyboardTests(OpenShop shop)
{
    private const int MostSteps = 40;

    [Fact]
    public async Task KeyboardOnly_SendsAndChooses()
    {
        await using var shopper = await shop.EnterAsync();
        var keyboard = shopper.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await Shopper.Expect(shopper.Page.Locator(".skip")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Shopper.Expect(shopper.Box).ToBeFocusedAsync();
        await keyboard.TypeAsync("I am looking for hiking boots");
        await keyboard.PressAsync("Enter");
        await Shopper.Expect(shopper.Cards.First).ToBeVisibleAsync();

        await StepBackToAsync(shopper, "tag");
        Assert.NotEqual("none", await Focused(shopper, "getComputedStyle(document.activeElement).outlineStyle"));
        var title = await Focused(shopper, "document.activeElement.querySelector('.tag-title').textContent");
        await shopper.AndHearAsync(() => keyboard.PressAsync("Enter"));

        await Shopper.Expect(shopper.Said.Last).ToContainTextAsync(title);
    }

    [Fact]
    public async Task EnterBeforeTheWordsHaveCome_SendsOnceTheyDo()
    {
        var words = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var shopper = await shop.EnterAsync(prepare: page => page.RouteAsync("**/words.json", async route =>
        {
            await words.Task;
            await route.ContinueAsync();
        }));

        await shopper.Box.FillAsync("I am looking for hiking boots");
        await shopper.Box.PressAsync("Enter");
        words.SetResult();

        await Shopper.Expect(shopper.Cards.First).ToBeVisibleAsync();
        await Shopper.Expect(shopper.Box).ToHaveValueAsync("");
    }

    private static async Task StepBackToAsync(Shopper shopper, string hook)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await shopper.Page.Keyboard.PressAsync("Shift+Tab");
            if (await Focused(shopper, "document.activeElement.dataset.testid ?? ''") == hook)
                return;
        }
        Assert.Fail($"No {hook} was reached with {MostSteps} steps of Shift+Tab from the message box.");
    }

    private static Task<string> Focused(Shopper shopper, string script) => shopper.Page.EvaluateAsync<string>(script);
}
