using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Search;

public abstract class SearchTests(PostgresFixture? postgres)
{
    [Theory]
    [InlineData("mechanical keyboard", null)]
    [InlineData("mecanical keybord", "mechanical keyboard")]
    [InlineData("MECHANICAL  KEYBOARDS!!", null)]
    [InlineData("mechanicla keyboard", "mechanical keyboard")]
    [InlineData("do you have a mecanical keybord please", "mechanical keyboard")]
    public async Task KeyboardHoweverTyped_IsFoundFirst(string text, string? searchedFor)
    {
        await using var shop = await OpenAsync();
        var found = await shop.SearchAsync(text);
        Assert.Equal("keyboard", found.Products[0].ProductId);
        Assert.Equal(searchedFor, found.SearchedFor);
    }

    [Fact]
    public async Task EqualProducts_TheOneInStockComesFirst()
    {
        await using var shop = await OpenAsync();
        Assert.Equal(["lamp", "lamp-gone"], Ids(await shop.SearchAsync("camping lantern")));
    }

    [Fact]
    public async Task WordInTheTitle_CountsMoreThanInTheDescription()
    {
        await using var shop = await OpenAsync();
        Assert.Equal(["boot", "sock"], Ids(await shop.SearchAsync("boots")));
        Assert.Equal(["keyboard", "mouse"], Ids(await shop.SearchAsync("keyboard")));
    }

    [Fact]
    public async Task NoProductHasAllWords_ThoseWithSomeAreFound()
    {
        await using var shop = await OpenAsync();
        Assert.Equal("boot", Ids(await shop.SearchAsync("brown hiking boots and a lantern"))[0]);
    }

    [Theory]
    [InlineData("tapwell", "keyboard mouse")]
    [InlineData("KEY-DE", "keyboard")]
    [InlineData("brown boots", "boot")]
    [InlineData("footwear", "boot sock")]
    [InlineData("keybo", "keyboard mouse")]
    [InlineData("xyzzyplugh", "")]
    [InlineData("xyzzyplugh lantern", "lamp lamp-gone")]
    public async Task Word_IsFoundWhereverItStands(string text, string ids)
    {
        await using var shop = await OpenAsync();
        Assert.Equal(ids, string.Join(' ', Ids(await shop.SearchAsync(text)).Order()));
    }

    [Fact]
    public async Task NothingAsked_ListsTheMostSoldWithThoseOutOfStockLast()
    {
        await using var shop = await OpenAsync();
        await shop.ReadAsync(db => db.Sales.Where(x => x.ProductId == "sock").ExecuteUpdateAsync(set => set.SetProperty(x => x.Sold, 9), TestContext.Current.CancellationToken));
        var found = await shop.SearchAsync("what do you have?");
        Assert.Equal(["sock", "keyboard", "mouse", "boot", "lamp", "lamp-gone"], Ids(found));
        Assert.Equal(6, found.Total);
    }

    [Fact]
    public async Task Pages_AreDisjointAndAddUpToTheTotal()
    {
        await using var shop = await OpenAsync();
        var pages = new[] { await shop.SearchAsync("", 4), await shop.SearchAsync("", 4, 4), await shop.SearchAsync("", 4, 8) };
        Assert.Equal([4, 2, 0], pages.Select(page => page.Products.Count));
        Assert.All(pages, page => Assert.Equal(6, page.Total));
        Assert.Equal(6, pages.SelectMany(Ids).Distinct().Count());
    }

    [Fact]
    public async Task PriceBounds_KeepProductsWithAVariantBetweenThem()
    {
        await using var shop = await OpenAsync();
        Assert.Equal(["keyboard"], Ids(await shop.SearchAsync("keyboard", min: 9000)));
        Assert.Equal(["mouse"], Ids(await shop.SearchAsync("keyboard", max: 2450)));
        Assert.Equal(["boot"], Ids(await shop.SearchAsync("", min: 10_000)));
        Assert.Empty(Ids(await shop.SearchAsync("keyboard", min: 9500, max: 10_000)));
    }

    [Theory]
    [InlineData("teclado", "keyboard")]
    [InlineData("botas para senderismo", "boot")]
    [InlineData("torch", "lamp")]
    [InlineData("clicker", "mouse")]
    public async Task WordTheCatalogDoesNotUse_IsFoundByItsSynonym(string text, string first)
    {
        await using var shop = await OpenAsync();
        await shop.ReadAsync(async db =>
        {
            db.Add(new Catalog.Search.Synonym { Word = "clicker", Means = "Quiet Mouse" });
            db.RemoveRange(db.Synonyms.Where(x => x.Word == "torch"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            db.Add(new Catalog.Search.Synonym { Word = "torch", Means = "lantern" });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var found = await shop.SearchAsync(text);
        Assert.Equal(first, Ids(found)[0]);
        Assert.Null(found.SearchedFor);
    }

    [Fact]
    public async Task PriceInTheWords_IsKeptToAndToldAndGivenUpLast()
    {
        await using var shop = await OpenAsync();
        var found = await shop.SearchAsync("keyboard under 30");
        Assert.Equal(["mouse"], Ids(found));
        Assert.Equal(3000, found.MaxPrice);
        Assert.Empty(found.Relaxed);
        Assert.Equal(["mouse", "sock"], Ids(await shop.SearchAsync("anything between 10 and 25 euro")));

        var dear = await shop.SearchAsync("hiking boots under 50", min: 100);
        Assert.Equal(["sock"], Ids(dear));
        Assert.Equal((100, 5000), (dear.MinPrice, dear.MaxPrice));
        var none = await shop.SearchAsync("lantern under 5");
        Assert.Equal(["lamp", "lamp-gone"], Ids(none));
        Assert.Equal(["price"], none.Relaxed);
        Assert.Null(none.MaxPrice);
        Assert.Empty(Ids(await shop.SearchAsync("lantern", max: 500)));
        Assert.Equal(["words"], (await shop.SearchAsync("brown lantern")).Relaxed);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 1)]
    [InlineData(1_000_000, 6)]
    public async Task LimitOutsideItsBounds_IsBroughtInside(int limit, int products)
    {
        await using var shop = await OpenAsync();
        Assert.Equal(products, (await shop.SearchAsync("", limit)).Products.Count);
    }

    [Fact]
    public async Task RenamedProduct_IsFoundByItsNewNameOnly()
    {
        await using var shop = await OpenAsync();
        await shop.ImportAsync("""[{"id": "mouse", "title": "Silent Trackball", "variants": [{"sku": "MOUSE", "price": "24.50"}]}]""");
        Assert.Equal(["mouse"], Ids(await shop.SearchAsync("trackbal")));
        Assert.Empty(Ids(await shop.SearchAsync("quiet")));
        Assert.Null((await shop.SearchAsync("quite")).SearchedFor);
    }

    [Fact]
    public async Task Summary_TellsPricesVariantsAndStock()
    {
        await using var shop = await OpenAsync();
        var keyboard = (await shop.SearchAsync("keyboard")).Products[0];
        Assert.Equal((8990, 9490, "EUR", true, 2), (keyboard.FromPrice, keyboard.ToPrice, keyboard.Currency, keyboard.InStock, keyboard.VariantCount));
    }

    private static string[] Ids(ProductsFound found) => [.. found.Products.Select(product => product.ProductId)];

    private async Task<Shop> OpenAsync()
    {
        var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        return shop;
    }
}

public sealed class EmbeddedSearchTests() : SearchTests(null);

public sealed class PostgresSearchTests(PostgresFixture postgres) : SearchTests(postgres);
