using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

public sealed class CheckoutTests
{
    private readonly FakeShop _shop = new();

    [Fact]
    public async Task Interruptions_KeepWhatWasAnswered()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync("do you have umbrellas?");
        Assert.Contains("Whose name", shopper.Heard, StringComparison.Ordinal);

        await shopper.SaysAsync("Ana Díaz");
        await shopper.SaysAsync("show my cart");
        Assert.Contains("€59.00", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("Ana Díaz", shopper.Heard, StringComparison.Ordinal);

        await shopper.SaysAsync("12 High Street, Edinburgh");
        Assert.Contains("To: Ana Díaz\n12 High Street, Edinburgh", shopper.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bill Hope")]
    [InlineData("Grace")]
    [InlineData("it's José Luis García")]
    [InlineData("李小龍")]
    public async Task Names_AreTakenAsNames(string name)
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");

        await shopper.SaysAsync(name);

        Assert.Contains("Where shall we send it", shopper.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 Bill Street, Claim Town 12345")]
    [InlineData("Send it to 5 Parcel Way, Leeds")]
    [InlineData("Rua das Flores 10, 1200-195 Lisboa, Portugal")]
    public async Task Addresses_AreTakenAsAddresses(string address)
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync("Ana Díaz");

        await shopper.SaysAsync(address);

        Assert.Contains("will be charged", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooShortAddress_IsAskedForAgain()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync("Ana Díaz");

        await shopper.SaysAsync("Oban");
        Assert.Contains("whole address", shopper.Heard, StringComparison.Ordinal);
        await shopper.SaysAsync("1 Quay, Oban PA34");
        Assert.Contains("will be charged", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackFromTheAddress_AsksForTheNameAgain()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync("Anna");
        await shopper.SaysAsync("back");
        await shopper.SaysAsync("Ana Díaz");
        await shopper.SaysAsync("12 High Street, Edinburgh");

        Assert.Contains("To: Ana Díaz", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelWhileAnswering_KeepsTheCart()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");

        await shopper.SaysAsync("cancel");
        Assert.Contains("cart is kept", shopper.Heard, StringComparison.Ordinal);
        await shopper.SaysAsync("show my cart");
        Assert.Contains("Alder Daypack", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedAddress_IsInTheNextReview()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.PressesAsync("Change");
        await shopper.PressesAsync("Address");
        await shopper.SaysAsync("1 Quay, Oban PA34");

        Assert.Contains("1 Quay, Oban PA34", shopper.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("High Street", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoAtTheReview_ThenAnotherAddress_ShowsANewReview()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.SaysAsync("no");
        await shopper.SaysAsync("change the address");
        await shopper.SaysAsync("44 Other Road, Leeds LS1");

        Assert.Contains("44 Other Road", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(0, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task CancelAtTheReview_CancelsTheCheckout()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);

        await shopper.PressesAsync("Cancel");

        Assert.Equal("canceled", _shop.Checkouts.Latest.Status);
        Assert.Contains("nothing was charged", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancelBeforePayment_NeedsOneMoreYes_AndIsToldOnce()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("yes");

        await shopper.SaysAsync("cancel");
        Assert.Equal(0, _shop.Count("cancel_checkout"));
        await shopper.SaysAsync("yes");
        Assert.Equal("canceled", _shop.Checkouts.Latest.Status);

        await shopper.IsToldAsync(_shop.Checkouts.Failed("canceled"));
        Assert.Empty(shopper.Replies);
    }

    [Fact]
    public async Task CancelMyOrder_BeforePayment_CancelsAtOnce()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("yes");

        await shopper.SaysAsync("I want to cancel my order");

        Assert.Equal("canceled", _shop.Checkouts.Latest.Status);
    }

    [Fact]
    public async Task CancelButtonOfAnOldReview_LeavesTheNewerOne()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        var oldCancel = shopper.Reply.Options[2].Id;
        await shopper.SaysAsync("make it 2");
        await shopper.SaysAsync("checkout");

        await shopper.ChoosesAsync(oldCancel);

        Assert.Equal("ready_for_complete", _shop.Checkouts.Latest.Status);
    }

    [Fact]
    public async Task PaymentLink_CanBeAskedForAgain()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("yes");
        _shop.Checkouts.OpenPayment("https://shop.example/pay/9");

        await shopper.SaysAsync("send me the link again");

        Assert.Equal("https://shop.example/pay/9", shopper.Reply.Url);
    }

    [Fact]
    public async Task EmptyCart_CannotBeCheckedOut()
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync("checkout");

        Assert.Contains("cart is empty", shopper.Heard, StringComparison.Ordinal);
        Assert.Empty(_shop.Effects);
    }
}
