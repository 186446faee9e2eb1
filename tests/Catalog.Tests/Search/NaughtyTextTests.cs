using System.Text.Json;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Search;

public abstract class NaughtyTextTests(PostgresFixture? postgres)
{
    public static TheoryData<string> Operators =>
    [
        "", "   ", "\"", "\"\"\"\"", "keyboard\" OR \"mouse", "title:keyboard", "keyboard*", "^keyboard", "NEAR(keyboard mouse, 2)", "keyboard AND", "NOT keyboard", "(", ")", "-keyboard",
        "{title brand}: keyboard", "keyboard + mouse", "'; DROP TABLE catalog_products; --", "\0keyboard\0", "key\u0001board", "\ud800 keyboard", "keyboard \udc00", "\u202ekeyboard",
        new string('a', 10_000), new string('"', 10_000), string.Join(' ', Enumerable.Repeat("keyboard", 2_000)), "🥾⌨️", "ｋｅｙｂｏａｒｄ", "键盘", "клавиатура", "%s%n{0}", "rank MATCH 'x'",
    ];

    [Theory]
    [MemberData(nameof(Operators))]
    public async Task AnyText_IsAnsweredNormally(string text)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        var found = await shop.SearchAsync(text);
        Assert.InRange(found.Products.Count, 0, found.Total);
        Assert.Equal("keyboard", (await shop.SearchAsync("keyboard")).Products[0].ProductId);
    }

    [Theory]
    [InlineData("\"keyboard\" OR \"")]
    [InlineData("ｋｅｙｂｏａｒｄ")]
    [InlineData("\0keyboard\u0007")]
    [InlineData("title:keyboard")]
    [InlineData("(keyboard) ")]
    public async Task OperatorsAndOddLetters_AreReadAsWords(string text)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        Assert.Contains((await shop.SearchAsync(text)).Products, product => product.ProductId == "keyboard");
    }

    [Fact]
    public async Task EveryNaughtyString_IsAnsweredNormally()
    {
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllBytesAsync(SharedData.NaughtyStrings, TestContext.Current.CancellationToken))!;
        Assert.NotEmpty(strings);
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        foreach (var text in strings)
            Assert.InRange((await shop.SearchAsync(text)).Products.Count, 0, 10);
    }
}

public sealed class EmbeddedNaughtyTextTests() : NaughtyTextTests(null);

public sealed class PostgresNaughtyTextTests(PostgresFixture postgres) : NaughtyTextTests(postgres);
