using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Search;

public sealed class SearchTests
{
    [Theory]
    [InlineData("mechanical keyboard", null)]
    [InlineData("mecanical keybord", "mechanical keyboard")]
    [InlineData("MECHANICAL  KEYBOARDS!!", null)]
    [InlineData("mechanicla keyboard", "mechanical keyboard")]
    [InlineData("do you have a mecanical keybord please", "mechanical keyboard")]
    public async Task KeyboardHoweverTyped_IsFoundFirst(string text, string? searchedFor)
    {
        await using var shop = await Shop.OpenAsync();
        await shop.ImportAsync(SampleCatalog.Json);
        var found = await shop.SearchAsync(text);
        Assert.Equal("keyboard", found.Products[0].ProductId);
        Assert.Equal(searchedFor, found.SearchedFor);
    }
}
