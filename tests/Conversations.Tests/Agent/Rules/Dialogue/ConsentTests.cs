using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

/// <summary>Nothing is paid without a yes to what was shown last.</summary>
public sealed class ConsentTests
{
    private readonly FakeShop _shop = new();

    [Theory]
    [InlineData("yes")]
    [InlineData("pay")]
    [InlineData("go ahead")]
    public async Task YesWithoutAQuestion_HasNoEffect(string text)
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync(text);

        Assert.Empty(_shop.Effects);
        Assert.NotEmpty(shopper.Replies);
    }

    [Fact]
    public async Task DoubleYesInOneTurn_PaysOnce()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.SaysAsync("yes", "yes");

        Assert.Equal(1, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task PayButtonPressedTwice_PaysOnce()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        var pay = shopper.Reply.Options[0].Id;

        await shopper.ChoosesAsync(pay);
        await shopper.ChoosesAsync(pay);

        Assert.Equal(1, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task YesWrittenBeforeTheReviewWasRead_DoesNotPay()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync("Ana Díaz");

        await shopper.SaysAsync("12 High Street, Edinburgh", "yes");

        Assert.Equal(0, _shop.Count("complete_checkout"));
        Assert.Contains("€63.90 will be charged", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CartChangedAfterTheReview_MustBeConfirmedAnew()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        var oldPay = shopper.Reply.Options[0].Id;

        await shopper.SaysAsync("make it 3");
        await shopper.ChoosesAsync(oldPay);
        Assert.Equal(0, _shop.Count("complete_checkout"));
        Assert.Contains("€181.90 will be charged", shopper.Heard, StringComparison.Ordinal);

        await shopper.SaysAsync("yes");
        Assert.Equal(1, _shop.Count("complete_checkout"));
        Assert.Equal(18190, _shop.Checkouts.Latest.Total.Amount);
    }

    [Fact]
    public async Task PriceChangedAfterTheReview_IsShownBeforePaying()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        _shop.Catalog.Prices["ALDER"] = 6500;

        await shopper.SaysAsync("yes");
        Assert.Contains("price has changed", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("€69.90 will be charged", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal("ready_for_complete", _shop.Checkouts.Latest.Status);

        await shopper.PressesAsync("Yes, pay");
        Assert.Equal("complete_in_progress", _shop.Checkouts.Latest.Status);
    }

    [Fact]
    public async Task YesAfterSomethingElse_ShowsTheReviewAgainFirst()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.SaysAsync("do you have t-shirts?");
        await shopper.SaysAsync("yes");
        Assert.Equal(0, _shop.Count("complete_checkout"));

        await shopper.SaysAsync("yes");
        Assert.Equal(1, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task PlainYesButtonOfAnOldMessage_DoesNotPay()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.ChoosesAsync("yes");

        Assert.Equal(0, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task ForgedPayButton_DoesNotPay()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.ChoosesAsync($"pay:{_shop.Checkouts.Latest.CheckoutId}:00000000");

        Assert.Equal(0, _shop.Count("complete_checkout"));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("cancel")]
    [InlineData("yes but change the address")]
    [InlineData("I am not sure")]
    [InlineData("hmm")]
    public async Task AnythingButYes_DoesNotPay(string text)
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.SaysAsync(text);
        await shopper.TurnAsync(new UnsupportedContent("image"));

        Assert.Equal(0, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task TimedOutPayment_CanBeTriedAgain()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        _shop.Refuse("complete_checkout", "unavailable");

        await shopper.SaysAsync("yes");
        Assert.Contains("not pay twice", shopper.Heard, StringComparison.Ordinal);

        await shopper.PressesAsync("Try again");
        Assert.Equal("complete_in_progress", _shop.Checkouts.Latest.Status);
    }
}
