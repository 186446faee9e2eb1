using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Search;

/// <summary>Options that are asked for together must be one variant's.</summary>
public abstract class OneVariantTests(PostgresFixture? postgres)
{
    private const string Boots =
        """
        [{"id":"apart","title":"Boots Apart","variants":[{"sku":"A1","options":{"colour":"red","size":"9"},"price":5},{"sku":"A2","options":{"colour":"blue","size":"10"},"price":5}]},
         {"id":"both","title":"Boots Together","description":"Long words that make this one less near than the other, were it not for its variant.",
          "variants":[{"sku":"B1","options":{"colour":"red","size":"10"},"price":5},{"sku":"B2","options":{"colour":"green","size":"8"},"price":5}]}]
        """;

    [Theory]
    [InlineData("red boots size 10", "both apart", 1)]
    [InlineData("blue boots size 10", "apart", 1)]
    [InlineData("boots 10", "apart both", 2)]
    public async Task OptionsTogether_AreLookedForInOneVariant(string text, string ids, int exact)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(Boots);
        var found = await shop.SearchAsync(text);
        var named = found.Products.Select(product => product.ProductId).Take(ids.Split(' ').Length);
        Assert.Equal(ids, string.Join(' ', exact == 2 ? named.Order() : named));
        Assert.Equal(exact, found.Exact);
        // Pages of one product each are the same list.
        var pages = new[] { await shop.SearchAsync(text, limit: 1), await shop.SearchAsync(text, limit: 1, offset: 1) };
        Assert.Equal(found.Products.Take(2).Select(product => product.ProductId), pages.SelectMany(page => page.Products).Select(product => product.ProductId));
    }

    [Fact]
    public void WordsOfTheTitle_AreNoOptions()
    {
        Dictionary<string, string>[] variants = [new() { ["colour"] = "red" }, new() { ["size"] = "10" }];
        Assert.True(OneVariant.IsMissed(["red", "10"], "Boots", variants));
        Assert.False(OneVariant.IsMissed(["red", "10"], "Red Boots", variants));
        Assert.False(OneVariant.IsMissed(["red", "boots"], "Boots", variants));
        Assert.False(OneVariant.IsMissed(["red", "10"], "Boots", [.. variants, new Dictionary<string, string> { ["colour"] = "Red", ["size"] = "10" }]));
    }
}

public sealed class EmbeddedOneVariantTests() : OneVariantTests(null);

public sealed class PostgresOneVariantTests(PostgresFixture postgres) : OneVariantTests(postgres);
