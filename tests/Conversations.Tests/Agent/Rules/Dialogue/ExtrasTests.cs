using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

/// <summary>A note and codes, said in words at any time or asked for by a button.</summary>
public sealed class ExtrasTests
{
    private readonly FakeShop _shop = new();

    [Theory]
    [InlineData("Note: a gift! Please ring twice.", "Your note: a gift! Please ring twice.")]
    [InlineData("nota: es un regalo, sin factura", "Tu nota: es un regalo, sin factura")]
    [InlineData("mensagem de presente: feliz dia, mãe", "A sua nota: feliz dia, mãe")]
    public async Task Note_IsKeptAsWritten_AndShownWithCartAndReview(string said, string shown)
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);

        await shopper.SaysAsync(said);

        Assert.Contains(shown, shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoteFromTheMenu_GoesIntoTheNextReview_AndADashTakesItAway()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.PressesAsync("Change");
        await shopper.PressesAsync("Note");
        await shopper.SaysAsync("Leave it with the neighbour");
        await shopper.SaysAsync("checkout");
        Assert.Contains("Your note: Leave it with the neighbour", shopper.Heard, StringComparison.Ordinal);

        await shopper.PressesAsync("Change");
        await shopper.PressesAsync("Note");
        await shopper.SaysAsync("-");

        Assert.DoesNotContain("Your note", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskedForTheNote_CancelIsNoNote()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.PressesAsync("Change");
        await shopper.PressesAsync("Note");

        await shopper.SaysAsync("cancel");

        Assert.DoesNotContain(_shop.Calls, call => call.Arguments.TryGetProperty("note", out _));
    }

    [Theory]
    [InlineData("coupon SPRING24", "SPRING24: -€5.00")]
    [InlineData("I have the code spring24", "SPRING24: -€5.00")]
    [InlineData("use code BIG", "Your cart does not reach the minimum for the code BIG.")]
    public async Task Code_IsJudgedInTheReview_WithItsReason(string said, string told)
    {
        _shop.Checkouts.Coupon = Judge;
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.SaysAsync(said);

        Assert.Contains(told, shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeBeforeTheCheckout_IsUsedThen_AndAnUnknownOneIsNotAskedForAgain()
    {
        _shop.Checkouts.Coupon = Judge;
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("coupon NOSUCH1");
        Assert.Contains("noted the code NOSUCH1", shopper.Heard, StringComparison.Ordinal);

        await BuyersIn.ReviewAsync(shopper);
        Assert.Contains("I do not know a code NOSUCH1.", shopper.Heard, StringComparison.Ordinal);
        await shopper.SaysAsync("make it 2");
        await shopper.SaysAsync("checkout");

        Assert.DoesNotContain("NOSUCH1", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionAboutCoupons_IsNoCode()
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync("do you have coupon codes?");

        Assert.Contains("If you have a code", shopper.Heard, StringComparison.Ordinal);
    }

    private static CouponResult Judge(string code) => new()
    {
        Code = code,
        Amount = new Price { Amount = code == "SPRING24" ? 500 : 0, Currency = FakeCatalog.Currency },
        Refusal = code switch { "SPRING24" => null, "BIG" => "minimum_not_met", _ => "unknown_coupon" },
    };
}
