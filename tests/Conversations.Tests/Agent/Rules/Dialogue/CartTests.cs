using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

public sealed class CartTests
{
    private readonly FakeShop _shop = new();

    [Fact]
    public async Task BlueOneInM_IsAddedByWords()
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("show me t-shirts");
        await shopper.ChoosesAsync("product:lark");

        await shopper.SaysAsync("the blue one in M");

        Assert.Equal(1, _shop.Carts.Latest["LARK-M-BLU"]);
    }

    [Fact]
    public async Task OptionsSaidStepByStep_NarrowTheChoice()
    {
        var shopper = new Shopper(_shop);
        await shopper.ChoosesAsync("product:lark");

        await shopper.SaysAsync("medium");
        Assert.Equal(["M, blue", "M, red"], shopper.Reply.Options.Select(option => option.Title));
        await shopper.PressesAsync("M, red");

        Assert.Equal(1, _shop.Carts.Latest["LARK-M-RED"]);
    }

    [Fact]
    public async Task CombinationThatIsNotMade_IsSaid_AndNothingAdded()
    {
        var shopper = new Shopper(_shop);
        await shopper.ChoosesAsync("product:lark");

        await shopper.SaysAsync("the red one in S");

        Assert.Contains("does not come in that combination", shopper.Heard, StringComparison.Ordinal);
        Assert.Empty(_shop.Effects);
    }

    [Fact]
    public async Task SoldOutVariant_IsSaid_AndOthersAreOffered()
    {
        var shopper = new Shopper(_shop);
        await shopper.ChoosesAsync("product:ridge");

        await shopper.SaysAsync("black in 43");

        Assert.Contains("sold out", shopper.Heard, StringComparison.Ordinal);
        Assert.Empty(_shop.Effects);
        Assert.DoesNotContain(shopper.Reply.Options, option => option.Id.Contains("RIDGE-43B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyVariants_ComeInPages()
    {
        var shopper = new Shopper(_shop);
        await shopper.ChoosesAsync("product:trousers");
        Assert.Equal(10, shopper.Reply.Options.Count);

        await shopper.PressesAsync("More");
        await shopper.PressesAsync("40");

        Assert.Equal(1, _shop.Carts.Latest["STRIDE-40"]);
    }

    [Fact]
    public async Task QuantitySaidBeforeTheVariant_IsRemembered()
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("show me t-shirts");
        await shopper.SaysAsync("add 3 of the lark t-shirts");
        await shopper.PressesAsync("L, red");

        Assert.Equal(3, _shop.Carts.Latest["LARK-L-RED"]);
    }

    [Fact]
    public async Task MoreThanThereIs_OffersTheNumberThatThereIs()
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("add 5 mechanical keyboards");
        Assert.Contains("only 2", shopper.Heard, StringComparison.Ordinal);

        await shopper.PressesAsync("Take 2");
        Assert.Equal(2, _shop.Carts.Latest["ASH"]);

        await shopper.SaysAsync("one more");
        Assert.Contains("all in your cart already", shopper.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add 0 daypacks")]
    [InlineData("add 100 daypacks")]
    [InlineData("add 9999 daypacks to my cart")]
    public async Task QuantityOutOfBounds_IsRefused(string text)
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync(text);

        Assert.Contains("1 to 99", shopper.Heard, StringComparison.Ordinal);
        Assert.Empty(_shop.Effects);
    }

    [Fact]
    public async Task LinesAreChangedAndRemovedByWords()
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("add the alder daypack to my cart");
        await shopper.SaysAsync("add the ash keyboard");
        await shopper.SaysAsync("make it 2");
        Assert.Equal(2, _shop.Carts.Latest["ASH"]);

        await shopper.SaysAsync("change the daypack to 4");
        Assert.Equal(4, _shop.Carts.Latest["ALDER"]);
        await shopper.SaysAsync("remove the keyboard");
        Assert.False(_shop.Carts.Latest.ContainsKey("ASH"));

        await shopper.SaysAsync("remove the tent");
        Assert.Contains("could not find that", shopper.Heard, StringComparison.Ordinal);
        Assert.Single(_shop.Carts.Latest);
    }

    [Fact]
    public async Task WordsThatFitSeveralLines_AskWhichIsMeant()
    {
        var shopper = new Shopper(_shop);
        await shopper.ChoosesAsync("add:SOCK-1:1");
        await shopper.ChoosesAsync("add:SOCK-2:1");

        await shopper.SaysAsync("remove the socks");
        Assert.Equal(["qty:SOCK-1:0", "qty:SOCK-2:0"], shopper.Reply.Options.Select(option => option.Id));

        await shopper.ChoosesAsync("qty:SOCK-2:0");
        Assert.Equal(["SOCK-1"], _shop.Carts.Latest.Keys);
    }

    [Fact]
    public async Task OldQuantityButton_DoesNotBringALineBack()
    {
        var shopper = new Shopper(_shop);
        await shopper.ChoosesAsync("add:SOCK-1:1");
        await shopper.ChoosesAsync("add:SOCK-2:1");
        await shopper.ChoosesAsync("qty:SOCK-2:0");

        await shopper.ChoosesAsync("qty:SOCK-2:5");

        Assert.Equal(["SOCK-1"], _shop.Carts.Latest.Keys);
    }

    [Fact]
    public async Task EmptyCart_AsksFirst_AndAnOldYesHasNoEffect()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("empty my cart");
        var yes = shopper.Reply.Options[0].Id;
        Assert.Single(_shop.Carts.Latest);

        await shopper.SaysAsync("one more");
        await shopper.ChoosesAsync(yes);
        Assert.Equal(2, _shop.Carts.Latest["ALDER"]);

        await shopper.SaysAsync("yes");
        Assert.Empty(_shop.Carts.Latest);
    }

    [Fact]
    public async Task ClosedCart_IsFollowedByANewOne()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        _shop.Carts.Close("cart-1");

        await shopper.SaysAsync("add the ash keyboard");

        Assert.Equal(["ASH"], _shop.Carts.Lines("cart-2").Keys);
    }

    [Fact]
    public async Task ReusedKey_IsApologisedFor_AndTheCartShown()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        _shop.Refuse("update_cart", "key_reused");

        await shopper.SaysAsync("make it 2");

        Assert.Contains("sorry", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("1 × Alder Daypack", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargeCart_IsShownWhole()
    {
        var shopper = new Shopper(_shop);
        foreach (var i in Enumerable.Range(1, 14))
            await shopper.ChoosesAsync($"add:SOCK-{i}:1");
        foreach (var i in Enumerable.Range(28, 14))
            await shopper.ChoosesAsync($"add:STRIDE-{i}:1");

        await shopper.SaysAsync("cart");

        Assert.All(Enumerable.Range(1, 14), i => Assert.Contains($"Step Wool Socks No {i}:", shopper.Heard, StringComparison.Ordinal));
        Assert.Contains("Total: €1,177.05", shopper.Heard, StringComparison.Ordinal);
    }
}
