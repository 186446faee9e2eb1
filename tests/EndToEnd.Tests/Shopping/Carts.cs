using EcommerceBot.EndToEnd.Tests.Browsing;

namespace EcommerceBot.EndToEnd.Tests.Shopping;

internal static class Carts
{
    /// <summary>Picks the first card, one of its variants if it has any, and adds it; the badge counts one.</summary>
    public static async Task PutFirstCardIntoCartAsync(this Shopper shopper)
    {
        await shopper.AndHearAsync(() => shopper.Cards.First.ClickAsync());
        var variants = shopper.Page.GetByTestId("row");
        var add = shopper.Button("Add to cart");
        await Shopper.Expect(variants.Or(add).First).ToBeVisibleAsync();
        if (await variants.CountAsync() > 0)
            await shopper.AndHearAsync(() => variants.First.ClickAsync());
        await Shopper.Expect(add.Or(shopper.CartCount).First).ToBeVisibleAsync();
        if (await shopper.CartCount.IsHiddenAsync())
            await add.ClickAsync();
        await Shopper.Expect(shopper.CartCount).ToHaveTextAsync("1");
    }
}
