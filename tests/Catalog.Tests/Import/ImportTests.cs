using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Import;

public abstract class ImportTests(PostgresFixture? postgres)
{
    private const string OneBoot = """[{"id": "boot", "title": "Boots", "variants": [{"sku": "B1", "price": "10.00"}]}]""";

    [Fact]
    public async Task OwnShape_BecomesProductsVariantsAndStock()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        var result = await shop.ImportAsync(SampleCatalog.Json);
        Assert.Equal((6, 0, 0, 8), (result.Created, result.Updated, result.Unchanged, result.Variants));
        var boot = await shop.ReadAsync(db => db.Products.Include(x => x.Variants).AsNoTracking().SingleAsync(x => x.Id == "boot", TestContext.Current.CancellationToken));
        Assert.Equal(("Hiking Boots", "Highfoot", "Footwear"), (boot.Title, boot.Brand, boot.Category));
        var variant = boot.Variants.Single(x => x.Sku == "BOOT-41");
        Assert.Equal((13900, "EUR"), (variant.Price, variant.Currency));
        Assert.Equal([KeyValuePair.Create("size", "41"), KeyValuePair.Create("colour", "brown")], variant.Options);
        Assert.Equal((2, 0), await shop.StockAsync("BOOT-41"));
    }

    [Fact]
    public async Task RetailShape_IsTakenWithItsVariants()
    {
        var file = SharedData.Retail;
        await using var shop = await Shop.OpenAsync(postgres);
        var result = await shop.ImportFileAsync(file, stock: 7, currency: "USD");
        Assert.Empty(result.Faults);
        Assert.Equal((50, 591), (result.Created, result.Variants));
        Assert.Equal(0, await shop.ReadAsync(db => db.Variants.CountAsync(x => x.Currency != "USD" || x.Price < 1, TestContext.Current.CancellationToken)));
        Assert.Equal([0, 7], await shop.ReadAsync(db => db.Stock.Select(x => x.OnHand).Distinct().Order().ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("Mechanical Keyboard", (await shop.SearchAsync("mecanical keybord")).Products[0].Title);
    }

    [Fact]
    public async Task EshopShape_IsTakenWithOneVariantEach()
    {
        var file = SharedData.Eshop;
        await using var shop = await Shop.OpenAsync(postgres);
        var result = await shop.ImportFileAsync(file);
        Assert.Empty(result.Faults);
        Assert.Equal((101, 101), (result.Created, result.Variants));
        Assert.Equal((100, 0), await shop.StockAsync("1"));
    }

    [Fact]
    public async Task Csv_RowsOfOneProductIdAreItsVariantsWhereverTheyStand()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        var result = await shop.ImportAsync(
            "sku,title,price,product_id,description,brand,category,stock,currency,option:size,option:colour\r\n"
            + "B41,\"Boots, brown\",139.00,boot,\"Two\r\nlines with \"\"quotes\"\"\",Highfoot,Footwear,2,EUR,41,brown\r\n"
            + "S1,Socks,12,,,,,,,,\r\n"
            + "B42,,139.5,boot,,,,,,42,\r\n");
        Assert.Empty(result.Faults);
        Assert.Equal((2, 3), (result.Created, result.Variants));
        var boot = await shop.ReadAsync(db => db.Products.Include(x => x.Variants).AsNoTracking().SingleAsync(x => x.Id == "boot", TestContext.Current.CancellationToken));
        Assert.Equal(("Boots, brown", "Two\r\nlines with \"quotes\""), (boot.Title, boot.Description));
        Assert.Equal([("B41", 13900), ("B42", 13950)], boot.Variants.OrderBy(x => x.Position).Select(x => (x.Sku, x.Price)));
        Assert.Equal((100, 0), await shop.StockAsync("S1"));
    }

    [Theory]
    [InlineData("sku;title;price\nA;Boots;10.00")]
    [InlineData("sku\ttitle\tprice\rA\tBoots\t10.00\r")]
    [InlineData("\ufeffSKU,Title,Price,unknown\n\nA,Boots,10.00,x\n")]
    [InlineData("\ufeff  \n[{\"Id\":\"A\",\"Name\":\"Boots\",\"Price\":10}]")]
    [InlineData("{\"orders\":[[{\"a\":1}]],\"products\":[{\"id\":\"A\",\"name\":\"Boots\",\"price\":10.0}]}")]
    public async Task SeparatorsLineEndsAndByteOrderMark_AreUnderstood(string content)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        Assert.Empty((await shop.ImportAsync(content)).Faults);
        Assert.Equal(1000, await shop.ReadAsync(db => db.Variants.Where(x => x.Sku == "A").Select(x => x.Price).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SameFileTwice_ChangesNothingAndTellsNobody()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        Assert.Equal(6, await shop.MessagesAsync());
        var again = await shop.ImportAsync(SampleCatalog.Json);
        Assert.Equal((0, 0, 6), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal(6, await shop.MessagesAsync());
    }

    [Fact]
    public async Task ChangedPrice_UpdatesThatProductAndTellsOnce()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        var changed = await shop.ImportAsync(SampleCatalog.Json.Replace("24.50", "22.00", StringComparison.Ordinal));
        Assert.Equal((0, 1, 5), (changed.Created, changed.Updated, changed.Unchanged));
        Assert.Equal(7, await shop.MessagesAsync());
    }

    [Fact]
    public async Task StockInTheFile_ReplacesTheCountAndNoneLeavesIt()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(OneBoot, stock: 5);
        await shop.ImportAsync(OneBoot, stock: 50);
        Assert.Equal((5, 0), await shop.StockAsync("B1"));
        var counted = await shop.ImportAsync(OneBoot.Replace("\"10.00\"", "\"10.00\", \"stock\": 8", StringComparison.Ordinal));
        Assert.Equal((8, 0), await shop.StockAsync("B1"));
        Assert.Equal(1, counted.Updated);
        Assert.Equal(1, await shop.MessagesAsync());
    }

    [Fact]
    public async Task CountBelowWhatIsHeld_KeepsWhatIsHeld()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(OneBoot, stock: 5);
        await shop.ReadAsync(db => db.Stock.ExecuteUpdateAsync(set => set.SetProperty(x => x.Reserved, 3), TestContext.Current.CancellationToken));
        await shop.ImportAsync(OneBoot.Replace("\"10.00\"", "\"10.00\", \"stock\": 1", StringComparison.Ordinal));
        Assert.Equal((3, 3), await shop.StockAsync("B1"));
    }

    [Fact]
    public async Task Progress_RisesToItsEnd()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        var progress = new Recorded();
        var file = Path.Combine(shop.DataPath, "many.json");
        await File.WriteAllTextAsync(file, ManyProducts.Json(1000), TestContext.Current.CancellationToken);
        await shop.ImportFileAsync(file, progress: progress);
        Assert.Equal(progress.Fractions.Order(), progress.Fractions);
        Assert.Equal(1, progress.Fractions[^1]);
        Assert.True(progress.Fractions.Count > 4);
    }

    private sealed class Recorded : IProgress<ImportProgress>
    {
        public List<double> Fractions { get; } = [];

        public void Report(ImportProgress value) => Fractions.Add(value.Fraction);
    }
}

public sealed class EmbeddedImportTests() : ImportTests(null);

public sealed class PostgresImportTests(PostgresFixture postgres) : ImportTests(postgres);
