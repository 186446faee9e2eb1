using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

/// <summary>Where the shop takes more than its payment page, the shopper chooses with the yes, and again after a decline.</summary>
public sealed class PaymentWaysTests
{
    private readonly FakeShop _shop = new();

    public PaymentWaysTests() => _shop.Checkouts.PaymentMethods = ["online", "cash_on_delivery", "bank_transfer"];

    [Theory]
    [InlineData("Pay online", "online")]
    [InlineData("Pay on delivery", "cash_on_delivery")]
    [InlineData("Bank transfer", "bank_transfer")]
    public async Task ChosenRow_IsTheYes(string row, string method)
    {
        var shopper = await AtTheReviewAsync();

        await shopper.PressesAsync(row);

        Assert.Equal(method, _shop.Checkouts.Latest.PaymentMethod);
    }

    [Theory]
    [InlineData("cash on delivery", "cash_on_delivery")]
    [InlineData("I'll pay by bank transfer please", "bank_transfer")]
    [InlineData("by card", "online")]
    public async Task NamedWay_IsTheYes(string words, string method)
    {
        var shopper = await AtTheReviewAsync();

        await shopper.SaysAsync(words);

        Assert.Equal(method, _shop.Checkouts.Latest.PaymentMethod);
    }

    [Theory]
    [InlineData("can I pay cash?")]
    [InlineData("do you take bank transfers")]
    [InlineData("I have no cash")]
    public async Task TalkAboutAWay_CompletesNothing(string words)
    {
        var shopper = await AtTheReviewAsync();

        await shopper.SaysAsync(words);

        Assert.Equal(0, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task CashOrder_IsNotSaidToBePaid()
    {
        var shopper = await AtTheReviewAsync();
        await shopper.PressesAsync("Pay on delivery");
        Assert.DoesNotContain("payment page", shopper.Heard, StringComparison.Ordinal);

        await shopper.IsToldAsync(_shop.Checkouts.Placed("EB-100") with { PaymentDue = 6390 });

        Assert.Contains("You pay €63.90 on delivery", shopper.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("payment has arrived", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transfer_LeadsToThePageThatSaysWhereTo()
    {
        var shopper = await AtTheReviewAsync();
        await shopper.PressesAsync("Bank transfer");

        await shopper.IsToldAsync(_shop.Checkouts.Requested("https://shop.example/pay/transfer/1"));

        Assert.Contains("transfer it", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal("https://shop.example/pay/transfer/1", shopper.Reply.Url);
    }

    [Theory]
    [InlineData("pay on delivery")]
    [InlineData(null)]
    public async Task AfterADecline_AnotherWayCanBeChosen(string? words)
    {
        var shopper = await AtTheReviewAsync();
        await shopper.PressesAsync("Pay online");
        await shopper.IsToldAsync(_shop.Checkouts.Requested("https://shop.example/pay/1"));
        await shopper.IsToldAsync(_shop.Checkouts.Declined("https://shop.example/pay/1"));

        await (words is null ? shopper.PressesAsync("Pay on delivery") : shopper.SaysAsync(words));

        Assert.Equal("cash_on_delivery", _shop.Checkouts.Latest.PaymentMethod);
        Assert.Equal(1, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task WayThatIsNoLongerTaken_ShowsTheReviewAgain()
    {
        var shopper = await AtTheReviewAsync();
        _shop.Checkouts.PaymentMethods = ["online", "bank_transfer"];

        await shopper.PressesAsync("Pay on delivery");

        Assert.Contains("That way to pay is not taken here", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains(shopper.Reply.Options, option => option.Title == "Bank transfer");
    }

    private async Task<Shopper> AtTheReviewAsync()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync("Ana Díaz");
        await shopper.SaysAsync("12 High Street, Edinburgh");
        Assert.Contains("€63.90. How would you like to pay?", shopper.Heard, StringComparison.Ordinal);
        return shopper;
    }
}
