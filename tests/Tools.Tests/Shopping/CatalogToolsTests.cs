using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Shopping;

public sealed class CatalogToolsTests
{
    [Fact]
    public async Task Search_PassesWordsAndBoundsOn_AndReturnsPrices()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<SearchProducts>(_ => new ProductsFound { Products = [Samples.Summary("mug")], Total = 31, SearchedFor = "mug" });

        var found = await shop.ContentAsync("search_catalog", """{"query":"mgu","min_price":100,"max_price":2000,"limit":5,"offset":20}""");

        var asked = shop.Modules.Single<SearchProducts>();
        Assert.Equal(("mgu", 100L, 2000L, 5, 20), (asked.Text, asked.MinPrice, asked.MaxPrice, asked.Limit, asked.Offset));
        Assert.Equal(31, found.GetProperty("total").GetInt32());
        Assert.Equal("mug", found.GetProperty("searched_for").GetString());
        var product = Assert.Single(found.GetProperty("products").EnumerateArray());
        Assert.Equal(1250, product.GetProperty("price_from").GetProperty("amount").GetInt64());
        Assert.Equal("EUR", product.GetProperty("price_to").GetProperty("currency").GetString());
        Assert.False(product.TryGetProperty("brand", out _));
    }

    [Fact]
    public async Task Search_TellsWhatWasGivenUpAndKeptTo()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<SearchProducts>(_ => new ProductsFound
        {
            Products = [Samples.Summary("mug")], Total = 2, Exact = 1, Relaxed = ["words"], MaxPrice = 2000, DidYouMean = "mugs", Next = "abc",
        });

        var found = await shop.ContentAsync("search_catalog", """{"query":"mug","sort":"price","brand":"Hearth","after":"xyz"}""");

        var asked = shop.Modules.Single<SearchProducts>();
        Assert.Equal(("price", "Hearth", "xyz"), (asked.Sort, asked.Brand, asked.After));
        Assert.Equal("words", Assert.Single(found.GetProperty("relaxed").EnumerateArray()).GetString());
        Assert.Equal((1, 2000L), (found.GetProperty("exact").GetInt32(), found.GetProperty("max_price").GetInt64()));
        Assert.Equal(("mugs", "abc"), (found.GetProperty("did_you_mean").GetString(), found.GetProperty("next").GetString()));
    }

    [Fact]
    public async Task Product_IsShownWithItsVariants()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetProduct>(asked => Samples.Product(asked.ProductId));

        var product = await shop.ContentAsync("get_product", """{"id":"mug"}""");

        Assert.Equal("mug", product.GetProperty("id").GetString());
        var variant = Assert.Single(product.GetProperty("variants").EnumerateArray());
        Assert.Equal("red", variant.GetProperty("options").GetProperty("color").GetString());
        Assert.Equal(7, variant.GetProperty("available").GetInt32());
    }

    [Fact]
    public async Task UnknownProduct_IsNotFound()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetProduct>(asked => new ProductNotFound { ProductId = asked.ProductId });

        var result = await shop.InvokeAsync("get_product", """{"id":"ghost"}""");

        Assert.True(result.IsError);
        Assert.Contains("\"code\":\"not_found\"", result.Content, StringComparison.Ordinal);
        Assert.Contains("search_catalog", result.Text, StringComparison.Ordinal);
    }
}
