using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Import;

/// <summary>What a person sees who imports a file.</summary>
public abstract class ImportRunTests(PostgresFixture? postgres)
{
    [Fact]
    public async Task GoodFile_IsToldInOneSentence()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        Assert.Equal((true, "6 products created, 0 updated, 0 unchanged; 8 variants in the file.\n"), await RunAsync(shop, folder.Write("shop.json", SampleCatalog.Json)));
    }

    [Fact]
    public async Task FaultyFile_IsToldLineByLine()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        var (taken, output) = await RunAsync(shop, folder.Write("shop.csv", "sku,title,price\nA,Boots,0\n"));
        Assert.False(taken);
        Assert.Equal("shop.csv, line 2: the price 0 is not above zero.\n1 fault, so nothing was imported.\n", output);
    }

    [Theory]
    [InlineData("", "is a folder")]
    [InlineData("gone.json", "There is no file")]
    [InlineData("empty.json", "is empty")]
    public async Task FileThatIsNone_IsToldKindly(string name, string words)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        folder.Write("empty.json", "");
        var (taken, output) = await RunAsync(shop, Path.Combine(folder.Path, name));
        Assert.False(taken);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "EUR", "the stock -1")]
    [InlineData(1_000_001, "EUR", "the stock 1000001")]
    [InlineData(1, "euro", "EURO is no ISO 4217 currency")]
    public async Task BadArgument_IsRefused(int stock, string currency, string words)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        var (taken, output) = await RunAsync(shop, folder.Write("shop.json", SampleCatalog.Json), stock, currency);
        Assert.False(taken);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    private static async Task<(bool Taken, string Output)> RunAsync(Shop shop, string file, int stock = 100, string? currency = null)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var taken = await shop.Services.ImportCatalogAsync(file, stock, currency, output, null, TestContext.Current.CancellationToken);
        return (taken, output.ToString());
    }
}

public sealed class EmbeddedImportRunTests() : ImportRunTests(null);

public sealed class PostgresImportRunTests(PostgresFixture postgres) : ImportRunTests(postgres);
