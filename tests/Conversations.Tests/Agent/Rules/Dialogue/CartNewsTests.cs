using EcommerceBot.Conversations.Tests.Agent.Rules.Shop;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

/// <summary>What is not as it was shown is said in words, with both prices, before anything is charged for it.</summary>
public sealed class CartNewsTests
{
    private static readonly CartNews Dearer = new()
    {
        Kind = "price_changed", Sku = "ALDER", Title = "Alder Daypack",
        OldPrice = new Price { Amount = 5900, Currency = FakeCatalog.Currency }, NewPrice = new Price { Amount = 6400, Currency = FakeCatalog.Currency },
    };

    private readonly FakeShop _shop = new();

    [Theory]
    [InlineData("show my cart", "Alder Daypack now costs €64.00 instead of €59.00", "only 2 are left")]
    [InlineData("muéstrame mi carrito", "Alder Daypack ahora cuesta 64,00 € en lugar de 59,00 €", "solo quedan 2")]
    [InlineData("mostrar o meu carrinho", "Alder Daypack agora custa € 64,00 em vez de € 59,00", "restam apenas 2")]
    public async Task MovedPriceAndStock_AreToldWithTheCart_InTheShoppersLanguage(string asked, string price, string stock)
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        _shop.Carts.News.AddRange([Dearer, new CartNews { Kind = "fewer_left", Sku = "ALDER", Title = "Alder Daypack", Pieces = 2 }]);

        await shopper.SaysAsync(asked);

        Assert.Contains(price, shopper.Heard, StringComparison.Ordinal);
        Assert.Contains(stock, shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PriceThatMovedByAdding_IsToldAtOnce()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.CartAsync(shopper);
        _shop.Carts.News.Add(Dearer);

        await shopper.SaysAsync("one more");

        Assert.Contains("now costs €64.00 instead of €59.00", shopper.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PriceThatMovedBeforeTheReview_IsToldWithIt_AndNeedsANewYes()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("no");
        _shop.Refuse("create_checkout", "price_changed", news: Dearer);

        await shopper.SaysAsync("checkout");

        Assert.Contains("Alder Daypack now costs €64.00 instead of €59.00", shopper.Heard, StringComparison.Ordinal);
        Assert.Contains("will be charged", shopper.Heard, StringComparison.Ordinal);
        Assert.Equal(0, _shop.Count("complete_checkout"));
    }

    [Fact]
    public async Task ItemThatSoldOutBeforeTheReview_IsNamed()
    {
        var shopper = new Shopper(_shop);
        await BuyersIn.ReviewAsync(shopper);
        await shopper.SaysAsync("no");
        _shop.Refuse("create_checkout", "out_of_stock", news: new CartNews { Kind = "sold_out", Sku = "ALDER", Title = "Alder Daypack" });

        await shopper.SaysAsync("checkout");

        Assert.Contains("Alder Daypack has just sold out", shopper.Heard, StringComparison.Ordinal);
    }
}
