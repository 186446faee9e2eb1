using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog.Tests.Search;

/// <summary>What a shopper does with an answer: count, narrow, sort, turn the page.</summary>
public abstract class NarrowingTests(PostgresFixture? postgres)
{
    [Fact]
    public async Task Facets_CountWhatWouldBeLeft()
    {
        await using var shop = await OpenAsync();
        var facets = (await AskAsync(shop, new SearchProducts { Text = "jacket", Facets = true })).Facets!;
        Assert.Equal([("Nord", 3), ("Sur", 1)], facets.Brands.Select(brand => (brand.Value, brand.Products)));
        Assert.Equal([("Jackets", 3), ("Kids", 1)], facets.Categories.Select(category => (category.Value, category.Products)));
        Assert.Equal([(2000, 5000, 1), (5000, 10_000, 2), (10_000, 20_000, 1)], facets.Prices.Select(band => ((int)band.From, (int)band.Below, band.Products)));
        var size = Assert.Single(facets.Options, option => option.Name == "size");
        Assert.Equal([("M", 4), ("L", 2)], size.Values.Select(value => (value.Value, value.Products)));
        Assert.Null((await AskAsync(shop, new SearchProducts { Text = "jacket" })).Facets);
    }

    [Theory]
    [InlineData("nord", null, null, null, "j1 j2 j4")]
    [InlineData(null, "JACKETS", null, null, "j1 j2 j3")]
    [InlineData(null, null, "size", "l", "j1 j2")]
    [InlineData("Nord", "Jackets", "color", "red", "j1")]
    [InlineData("nobody", null, null, null, "")]
    public async Task Facet_ChosenAgain_LeavesThoseItCounted(string? brand, string? category, string? option, string? value, string ids)
    {
        await using var shop = await OpenAsync();
        var options = option is null ? null : new Dictionary<string, string> { [option] = value! };
        var found = await AskAsync(shop, new SearchProducts { Text = "jacket", Brand = brand, Category = category, Options = options });
        Assert.Equal(ids, string.Join(' ', Ids(found).Order()));
        Assert.Equal(found.Products.Count, found.Total);
    }

    [Theory]
    [InlineData("price", "j4 j1 j3 j2")]
    [InlineData("-price", "j2 j3 j1 j4")]
    [InlineData("newest", "j4 j3 j2 j1")]
    public async Task Sort_IsKeptTo(string sort, string ids)
    {
        await using var shop = await OpenAsync();
        Assert.Equal(ids, string.Join(' ', Ids(await AskAsync(shop, new SearchProducts { Text = "jacket", Sort = sort }))));
        Assert.Equal("j4", Ids(await AskAsync(shop, new SearchProducts { Text = "the cheapest jacket" }))[0]);
        Assert.Equal("j2", Ids(await AskAsync(shop, new SearchProducts { Text = "a chaqueta más cara" }))[0]);
    }

    [Fact]
    public async Task Pages_FollowTheLastProductAlsoWhenTheShopChanges()
    {
        await using var shop = await OpenAsync();
        var first = await AskAsync(shop, new SearchProducts { Text = "jacket", Sort = "price", Limit = 2 });
        Assert.Equal(["j4", "j1"], Ids(first));
        await shop.ImportAsync("""[{"id": "j0", "title": "Cheap Jacket", "variants": [{"sku": "J0", "price": "1.00"}]}]""");
        var second = await AskAsync(shop, new SearchProducts { Text = "jacket", Sort = "price", Limit = 2, After = first.Next });
        Assert.Equal(["j3", "j2"], Ids(second));
        Assert.Null(second.Next);
        Assert.Equal("j0", Ids(await AskAsync(shop, new SearchProducts { Text = "jacket", Sort = "price", After = "no cursor" }))[0]);
    }

    [Fact]
    public async Task FewHaveAllWords_ThoseThatComeCloseFollowAndAreCounted()
    {
        await using var shop = await OpenAsync();
        var found = await AskAsync(shop, new SearchProducts { Text = "red jacket" });
        Assert.Equal("j1", Ids(found)[0]);
        Assert.Equal((1, 4), (found.Exact, found.Total));
        Assert.Empty(found.Relaxed);
    }

    [Fact]
    public async Task RareWordBesideACommonOne_IsAskedAbout()
    {
        await using var shop = await OpenAsync();
        await shop.ImportAsync($"[{string.Join(',', Enumerable.Range(0, 12).Select(n => $$"""{"id": "t{{n}}", "title": "Tent {{n}}", "variants": [{"sku": "T{{n}}", "price": "9"}]}"""))}]");
        await shop.ImportAsync("""[{"id": "tint", "title": "Window Tint", "variants": [{"sku": "TINT", "price": "9"}]}]""");
        var found = await AskAsync(shop, new SearchProducts { Text = "tint" });
        Assert.Equal(["tint"], Ids(found));
        Assert.Equal("tent", found.DidYouMean);
        Assert.Null((await AskAsync(shop, new SearchProducts { Text = "tent" })).DidYouMean);
    }

    private static string[] Ids(ProductsFound found) => [.. found.Products.Select(product => product.ProductId)];

    private static Task<ProductsFound> AskAsync(Shop shop, SearchProducts request) =>
        shop.InScopeAsync(scope => scope.GetRequiredService<ProductSearch>().FindAsync(request, TestContext.Current.CancellationToken));

    private async Task<Shop> OpenAsync()
    {
        var shop = await Shop.OpenAsync(postgres);
        Assert.Empty((await shop.ImportAsync(
            """
            [{"id": "j1", "title": "Storm Jacket", "brand": "Nord", "category": "Jackets", "variants": [{"sku": "A", "price": "60", "options": {"size": "M", "color": "red"}}, {"sku": "B", "price": "65", "options": {"size": "L", "color": "red"}}]},
             {"id": "j2", "title": "Frost Jacket", "brand": "Nord", "category": "Jackets", "variants": [{"sku": "C", "price": "150", "options": {"size": "M"}}, {"sku": "D", "price": "150", "options": {"size": "L"}}]},
             {"id": "j3", "title": "Dune Jacket", "brand": "Sur", "category": "Jackets", "variants": [{"sku": "E", "price": "70", "options": {"size": "M"}}]},
             {"id": "j4", "title": "Kids Jacket", "brand": "Nord", "category": "Kids", "variants": [{"sku": "F", "price": "25", "options": {"size": "M"}}]}]
            """)).Faults);
        // Others, as in any shop: a word that every product has tells bm25 nothing.
        Assert.Empty((await shop.ImportAsync($"[{string.Join(',', Enumerable.Range(0, 20).Select(n => $$"""{"id": "m{{n}}", "title": "Mug {{n}}", "variants": [{"sku": "M{{n}}", "price": "9"}]}"""))}]")).Faults);
        return shop;
    }
}

public sealed class EmbeddedNarrowingTests() : NarrowingTests(null);

public sealed class PostgresNarrowingTests(PostgresFixture postgres) : NarrowingTests(postgres);
