using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Import;

/// <summary>The kinds of file, and what an operator may ask of an import.</summary>
public abstract class ImportFormatTests(PostgresFixture? postgres)
{
    private const string Shopify =
        "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Status\n"
        + "wool-hat,Wool Hat,<p>Warm &amp; soft</p><p>Made here</p>,Highfoot,Apparel > Hats,,\"winter, wool\",true,Size,M,HAT-M,120.0,7,25.00,30.00,https://example.com/hat.jpg,active\n"
        + "wool-hat,,,,,,,,,L,HAT-L,130,-2,26.00,26.00,,\n"
        + "wool-hat,,,,,,,,,,,,,,,https://example.com/hat-2.jpg,\n"
        + "gift,Gift Card,,Highfoot,,Cards,,false,Title,Default Title,,,5,10.00,,,\n";

    [Fact]
    public async Task ShopifyExport_BecomesProductsWithTheirVariants()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        var result = await shop.ImportAsync(Shopify);
        Assert.Empty(result.Faults);
        var hat = await shop.ReadAsync(db => db.Products.Include(x => x.Variants).ThenInclude(x => x.Stock).SingleAsync(x => x.Id == "wool-hat", TestContext.Current.CancellationToken));
        Assert.Equal(("Warm & soft\nMade here", "Hats", "wool-hat"), (hat.Description, hat.Category, hat.Slug));
        Assert.Equal(["winter", "wool"], hat.Tags);
        var (medium, large) = (hat.Variants.Single(x => x.Sku == "HAT-M"), hat.Variants.Single(x => x.Sku == "HAT-L"));
        Assert.Equal((2500L, (long?)3000, (int?)120, 7), (medium.Price, medium.CompareAtPrice, medium.WeightGrams, medium.Stock.OnHand));
        Assert.Equal((2600L, (long?)null, 0, "L"), (large.Price, large.CompareAtPrice, large.Stock.OnHand, large.Options["Size"]));
        Assert.Empty((await shop.SearchAsync("gift card")).Products);
        Assert.Equal((0, 0, 2), Counts(await shop.ImportAsync(Shopify)));
    }

    [Fact]
    public async Task JsonLines_NameTheExactLineAndReadOn()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        const string Lines = "{\"id\":\"a\",\"title\":\"A\",\"price\":1}\n{\"id\":\"b\",\"title\":}\n\n{\"id\":\"c\",\"title\":\"C\",\"price\":0}\n";
        Assert.Equal([2, 4], (await shop.ImportAsync(Lines)).Faults.Select(fault => fault.Line!.Value));
        Assert.Equal((2, 0, 0), Counts(await shop.ImportAsync("{\"id\":\"a\",\"title\":\"A\",\"price\":1}\n{\"id\":\"a2\",\"title\":\"A\",\"price\":1}\n")));
    }

    [Fact]
    public async Task KeepGoing_StoresTheGoodLinesAndReportsAllOthers()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync("sku,title,price\nOLD,Old,1\n");
        using var folder = new TempFolder();
        var file = folder.Write("many.csv", "sku,title,price,product_id\nOLD,Stolen,1,thief\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"S{row},Thing {row},{(row % 2 == 0 ? "5" : "free")},\n")));
        await using var report = new StringWriter();
        Assert.False(await ImportAsync(shop, file, keepGoing: true, report: report));
        var lines = report.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(151, lines.Length);
        Assert.Contains("line 4: the price free is not a number", lines[0], StringComparison.Ordinal);
        Assert.Equal(151, await shop.ReadAsync(db => db.Products.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task DryRun_TellsWhatWouldBeAndKeepsNothing()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        var before = await shop.RowsAsync();
        Assert.True(await ImportAsync(shop, folder.Write("shop.json", SampleCatalog.Json), dryRun: true));
        Assert.Equal(before, await shop.RowsAsync());
    }

    private const string Foreign =
        """
        [{"id":"cap","title":"Cap","attributes":{"material":"wool"},"texts":{"pt":{"title":"Boné"},"es":{"title":"Gorra","description":"De lana."}},
          "variants":[{"sku":"CAP","price":"9.00","currency":"EUR","stock":3,"prices":{"JPY":{"price":"1500"},"USD":{"price":"9.90","compare_at_price":"12.00"}}}]}]
        """;

    [Fact]
    public async Task OtherLanguagesAndCurrencies_AreTakenAndOnlyThoseThatAreNamedChange()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        Assert.Equal((1, 0, 0), Counts(await shop.ImportAsync(Foreign)));
        Assert.Equal("cap", Assert.Single((await shop.SearchAsync("wool")).Products).ProductId);
        Assert.Equal("cap", Assert.Single((await shop.SearchAsync("gorras")).Products).ProductId);
        Assert.Equal((0, 0, 1), Counts(await shop.ImportAsync(Foreign)));
        Assert.Equal((0, 1, 0), Counts(await shop.ImportAsync("product_id,sku,title,price,title:es,price:USD\ncap,CAP,Cap,9,Gorrita,8.90\n")));
        var cap = await shop.ReadAsync(db => db.Products.Include(x => x.Variants).AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal("cap", Assert.Single((await shop.SearchAsync("gorrita")).Products).ProductId);
        Assert.Equal(("Gorrita", "Boné", "wool"), (cap.Texts["es"].Title, cap.Texts["pt"].Title, cap.Attributes["material"]));
        Assert.Equal((890L, 1500L), (cap.Variants[0].OtherPrices["USD"].Price, cap.Variants[0].OtherPrices["JPY"].Price));
        var audit = await shop.ReadAsync(db => db.Audit.Select(x => $"{x.Kind} {x.Currency} {x.From} {x.To}").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["price USD 990 890"], audit);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task Export_ImportedElsewhere_IsTheSameCatalog(string format)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(Shopify);
        await shop.ImportAsync(SampleCatalog.Json);
        await shop.ImportAsync(Foreign);
        var text = await ExportAsync(shop, format);
        Assert.Equal((0, 0, 9), Counts(await shop.ImportAsync(text)));
        await using var other = await Shop.OpenAsync();
        Assert.Equal((9, 0, 0), Counts(await other.ImportAsync(text)));
        Assert.Equal(text, await ExportAsync(other, format));
    }

    [Fact]
    public async Task ChangedPriceAndCount_LeaveAnAuditOfTheFile()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        await ImportAsync(shop, folder.Write("shop.csv", "sku,title,price,stock\nA,Boots,5.00,3\n"));
        await ImportAsync(shop, folder.Write("shop.csv", "sku,title,price,stock\nA,Boots,6.00,9\n"));
        var audit = await shop.ReadAsync(db => db.Audit.OrderBy(x => x.Kind).Select(x => $"{x.Who} {x.Kind} {x.From} {x.To}").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["import:shop.csv price 500 600", "import:shop.csv stock 3 9"], audit);
    }

    private static async Task<bool> ImportAsync(Shop shop, string file, bool dryRun = false, bool keepGoing = false, TextWriter? report = null)
    {
        await using var said = new StringWriter();
        return await shop.Services.ImportCatalogAsync(file, 100, null, said, null, TestContext.Current.CancellationToken, dryRun, keepGoing, report);
    }

    private static async Task<string> ExportAsync(Shop shop, string format)
    {
        await using var text = new StringWriter();
        await shop.Services.ExportCatalogAsync(format, text, TestContext.Current.CancellationToken);
        return text.ToString();
    }

    private static (int, int, int) Counts(EcommerceBot.Catalog.Import.ImportResult result)
    {
        Assert.Empty(result.Faults);
        return (result.Created, result.Updated, result.Unchanged);
    }
}

public sealed class EmbeddedImportFormatTests() : ImportFormatTests(null);

public sealed class PostgresImportFormatTests(PostgresFixture postgres) : ImportFormatTests(postgres);
