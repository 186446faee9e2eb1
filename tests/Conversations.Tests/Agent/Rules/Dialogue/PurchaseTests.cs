using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

public sealed class PurchaseTests
{
    private readonly FakeShop _shop = new();

    [Fact]
    public async Task WholePurchase_ByText()
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("Hi! I am looking for hiking boots");
        Assert.Equal("products", shopper.Reply.Type);
        Assert.Equal(["Ridge Hiking Boots", "Glen Light Hiking Boots"], shopper.Reply.Products.Select(card => card.Title));

        await shopper.SaysAsync("tell me about the first one");
        Assert.Contains("Ridge Hiking Boots", shopper.Heard, StringComparison.Ordinal);
        await shopper.SaysAsync("2 of them in 42 brown");
        Assert.Equal(2, _shop.Carts.Latest["RIDGE-42"]);
        Assert.Contains("€339.80", shopper.Heard, StringComparison.Ordinal);

        await shopper.SaysAsync("check out");
        Assert.Contains("name", shopper.Heard, StringComparison.Ordinal);
        await shopper.SaysAsync("My name is Ana Díaz");
        Assert.Contains("Ana Díaz", shopper.Heard, StringComparison.Ordinal);
        await shopper.SaysAsync("12 High Street\nEH1 1AA Edinburgh");
        Assert.Contains("€344.70 will be charged", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("12 High Street", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(0, _shop.Count("complete_checkout"));

        await shopper.SaysAsync("yes");
        Assert.Equal(1, _shop.Count("complete_checkout"));

        await shopper.IsToldAsync(_shop.Checkouts.Requested("https://shop.example/pay/1"));
        Assert.Equal(("link", "https://shop.example/pay/1"), (shopper.Reply.Type, shopper.Reply.Url));
        Assert.Contains("€344.70", shopper.Heard, StringComparison.Ordinal);

        await shopper.IsToldAsync(_shop.Checkouts.Placed("EB-1001"));
        Assert.Contains("EB-1001", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("2 × Ridge Hiking Boots (42, brown): €339.80", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("Total: €344.70", shopper.Heard, StringComparison.Ordinal);

        await shopper.SaysAsync("where is my order?");
        Assert.Contains("EB-1001", shopper.Heard, StringComparison.Ordinal);
        await shopper.SaysAsync("show my cart");
        Assert.Contains("empty", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholePurchase_ByButtonsOnly()
    {
        var shopper = new Shopper(_shop, name: "Ana Díaz");
        await shopper.SaysAsync("hello");
        await shopper.PressesAsync("See products");
        await shopper.PressesAsync("More");
        await shopper.ChoosesAsync("product:lark");
        await shopper.PressesAsync("M, red");
        Assert.Equal(1, _shop.Carts.Latest["LARK-M-RED"]);

        await shopper.PressesAsync("See cart");
        await shopper.PressesAsync("Change cart");
        await shopper.PressesAsync("Lark Merino T-Shirt (M,…");
        await shopper.PressesAsync("Make it 3");
        Assert.Equal(3, _shop.Carts.Latest["LARK-M-RED"]);

        await shopper.PressesAsync("Check out");
        await shopper.PressesAsync("Ana Díaz");
        await shopper.SaysAsync("1 Quay, Oban PA34");
        await shopper.PressesAsync("Yes, pay");
        Assert.Equal(1, _shop.Count("complete_checkout"));
        Assert.Equal("complete_in_progress", _shop.Checkouts.Latest.Status);
    }

    [Fact]
    public async Task SecondPurchase_AsksOnlyForTheYes()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("yes");
        await shopper.IsToldAsync(_shop.Checkouts.Placed("EB-1"));

        await shopper.SaysAsync("add the alder daypack to my cart");
        await shopper.SaysAsync("checkout");

        Assert.Contains("€63.90 will be charged", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(2, _shop.Carts.Created);
    }

    [Fact]
    public async Task DeclinedPayment_OffersThePageAgain()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("yes");
        await shopper.IsToldAsync(_shop.Checkouts.Requested("https://shop.example/pay/1"));

        await shopper.IsToldAsync(_shop.Checkouts.Declined("https://shop.example/pay/1"));

        Assert.Equal(("link", "https://shop.example/pay/1", "Try again"), (shopper.Reply.Type, shopper.Reply.Url, shopper.Reply.Label));
    }

    [Theory]
    [InlineData("out_of_stock", "Alder Daypack")]
    [InlineData("payment_timeout", "run out")]
    [InlineData("canceled", "cancelled")]
    [InlineData("refunded", "€63.90")]
    [InlineData("something_new", "could not be finished")]
    public async Task FailedCheckout_IsExplained_AndItsCartCanBeHadAgain(string code, string said)
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("yes");
        _shop.Checkouts.Fail();

        await shopper.IsToldAsync(_shop.Checkouts.Failed(code, "Alder Daypack", refunded: 6390));
        Assert.Contains(said, shopper.Heard, StringComparison.Ordinal);

        await shopper.PressesAsync("Check out");
        Assert.Contains("€63.90 will be charged", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(1, _shop.Carts.Latest["ALDER"]);
    }
}
