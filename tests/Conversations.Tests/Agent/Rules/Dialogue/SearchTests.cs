using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

public sealed class SearchTests
{
    private readonly FakeShop _shop = new();

    [Fact]
    public async Task PriceBound_ReachesTheTool()
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync("do you have a red t-shirt under 30?");

        var arguments = Assert.Single(_shop.Calls).Arguments;
        Assert.Equal("red t-shirt", arguments.GetProperty("query").GetString());
        Assert.Equal(3000, arguments.GetProperty("max_price").GetInt64());
        Assert.Equal("lark", Assert.Single(shopper.Reply.Products).Id);
    }

    [Fact]
    public async Task CorrectedSearch_SaysSo()
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync("mecanical keybord");

        Assert.Contains("Showing results for “mechanical keyboard”", shopper.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hiking boots", "These come closest", "Prices up to €200.00", "Did you mean “hiking roots”?")]
    [InlineData("busco hiking boots por favor", "lo más parecido", "Precios hasta 200,00 €", "¿Querías decir «hiking roots»?")]
    [InlineData("olá, procuro hiking boots por favor", "o mais parecido", "Preços até", "Quis dizer «hiking roots»?")]
    public async Task WhatTheSearchGaveUpAndKeptTo_IsSaid(string text, string given, string kept, string other)
    {
        var shopper = new Shopper(_shop);
        _shop.Catalog.Told = found => found with { Relaxed = ["words"], MaxPrice = 20_000, DidYouMean = "hiking roots" };

        await shopper.SaysAsync(text);

        Assert.Contains(given, shopper.Heard, StringComparison.Ordinal);
        Assert.Contains(kept, shopper.Heard, StringComparison.Ordinal);
        Assert.Contains(other, shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlySomeOfTheResultsHaveAll_IsSaid()
    {
        var shopper = new Shopper(_shop);
        _shop.Catalog.Told = found => found with { Exact = 1 };

        await shopper.SaysAsync("hiking boots");

        Assert.Contains("Only the first 1 have everything", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongResults_ContinueWithMore()
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("wool socks");
        var first = shopper.Reply.Products.Select(card => card.Id).ToList();

        await shopper.SaysAsync("more");
        var second = shopper.Reply.Products.Select(card => card.Id).ToList();
        Assert.Equal(14, first.Concat(second).Distinct().Count());

        await shopper.SaysAsync("more");
        Assert.Contains("That was all", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingFound_SaysWhatWasSearched()
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync("do you sell submarines?");

        Assert.Contains("“submarines”", shopper.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("velvet boots")]
    [InlineData("do you have boots in pink")]
    [InlineData("boots for the moon")]
    public async Task NothingFound_OffersTheThingItself(string text)
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync(text);

        Assert.Contains("found nothing for", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("“boots”", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(2, shopper.Reply.Products.Count);
    }

    [Fact]
    public async Task NothingAtThatPrice_OffersOtherPrices()
    {
        var shopper = new Shopper(_shop);

        await shopper.SaysAsync("boots under 20");

        Assert.Contains("price range", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(2, shopper.Reply.Products.Count);
    }

    [Fact]
    public async Task PriceAlone_NarrowsTheLastSearch()
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("hiking boots");

        await shopper.SaysAsync("under 150");

        Assert.Equal("glen", Assert.Single(shopper.Reply.Products).Id);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("the second one")]
    [InlineData("number 2")]
    [InlineData("tell me about the second one")]
    [InlineData("glen boots")]
    public async Task ListedProduct_IsMeantByPlaceOrName(string text)
    {
        var shopper = new Shopper(_shop);
        await shopper.SaysAsync("hiking boots");

        await shopper.SaysAsync(text);

        Assert.Contains("Glen Light Hiking Boots", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(1, _shop.Count("get_product"));
    }

    [Fact]
    public async Task GoneProduct_IsSaidKindly()
    {
        var shopper = new Shopper(_shop);

        await shopper.ChoosesAsync("product:gone");

        Assert.Contains("not in our shop any more", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreachableShop_IsSaid_AndNothingThrown()
    {
        var shopper = new Shopper(_shop);
        _shop.Refuse("search_catalog", "unavailable");

        await shopper.SaysAsync("boots");

        Assert.Contains("could not reach the shop", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralMessagesInOneTurn_AreAnsweredInOrder()
    {
        var shopper = new Shopper(_shop);

        await shopper.TurnAsync(
            new TextContent("hi"),
            new TextContent("show me keyboards"),
            new UnsupportedContent("image"),
            new UnsupportedContent("image"),
            new TextContent("add it"));

        Assert.Equal(["buttons", "products", "text", "buttons"], shopper.Replies.Select(reply => reply.Type));
        Assert.Equal(1, _shop.Carts.Latest["ASH"]);
    }
}
