using System.Text;
using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Import;

public abstract class ImportFaultTests(PostgresFixture? postgres)
{
    public static TheoryData<string, int?, string> Faults => new()
    {
        { "[\n {\"id\": \"a\", \"title\": \"A\",\n  \"variants\": [{\"sku\": \"a\", \"price\": \"10.005\"}]}\n]", 3, "the price 10.005 has more decimals than EUR has (2)" },
        { "[\n {\"id\": \"a\", \"title\": \"A\", \"price\": 0}\n]", 2, "the price 0 is not above zero" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": -1}]", 1, "the price -1 is not above zero" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": \"12,50\"}]", 1, "the price 12,50 is not a number" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 10000000000.01}]", 1, "is above the highest price" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 1e30}]", 1, "the price 1e30" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 1, \"currency\": \"EURO\"}]", 1, "is in EURO, which is no ISO 4217 currency" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 1.5, \"currency\": \"JPY\"}]", 1, "has more decimals than JPY has (0)" },
        { "[{\"id\": \"a\",\n\"price\": 1}]", 1, "the title is missing" },
        { "[{\"title\": \"A\", \"price\": 1}]", 1, "the product id is missing" },
        { "[{\"id\": \"a\", \"title\": \"A\"}]", 1, "neither \"variants\" nor a \"price\"" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"variants\": []}]", 1, "at least one variant" },
        { "[{\"id\": \"a\", \"title\": \"A\",\n\"variants\": [{\"sku\": \"a\", \"price\": 1, \"stock\": 1.5}]}]", 2, "the stock 1.5 is not a whole number from 0 to 1000000" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"variants\": [{\"sku\": \"a\", \"price\": 1, \"stock\": 1000001}]}]", 1, "the stock 1000001" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"variants\": [{\"sku\": \"a\", \"price\": 1, \"options\": [1]}]}]", 1, "\"options\" should be an object" },
        { "[{\"id\": \"a\", \"title\": \"A\\u0000\", \"price\": 1}]", 1, "control characters" },
        { "[{\"id\": \"a\", \"title\": [\"A\"], \"price\": 1}]", 1, "\"title\" should be a text" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 1},\n{\"id\": \"a\", \"title\": \"B\", \"price\": 2}]", 2, "the SKU a stands already on line 1" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 1},\n\n7]", 3, "a product should be an object" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 1},\n", 2, "cut off" },
        { "[\n{\"id\": \"a\", \"title\": \"A\",\n \"pri", 3, "cut off" },
        { "[{\"id\": \"a\",\n \"title\" \"A\"}]", 2, "not valid JSON" },
        { "[{\"id\": \"a\", \"title\": \"A\", \"price\": 1}]\n]", 2, "not valid JSON" },
        { "[]", null, "holds no products" },
        { "{\"users\": {}}", 1, "no member \"products\"" },
        { " \n ", null, "nothing but blanks" },
        { "null", 1, "no column sku, title, price" },
        { "sku,name\n1,Boots", 1, "the header names no column title, price" },
        { "sku,title,price,sku\n1,Boots,2,3", 1, "\"sku\" stands twice" },
        { "sku,title,price\n\n1,Boots,5\n2,Socks", 4, "this row has 2 fields, the header 3" },
        { "sku,title,price\n1,\"Boots\nof two lines\",5\n2,Socks,0", 4, "the price 0 is not above zero" },
        { "sku,title,price\n1,\"Boots,5\n", 2, "a quote is opened here and never closed" },
        { "sku,title,price\n1,\"Boots\" x,5\n", 2, "text follows a closing quote" },
        { "sku,title,price\n1,Boots,5\n\n1,Socks,6\n", 4, "the title of product 1 is \"Socks\" here and \"Boots\" on line 2" },
        { "sku,title,price,product_id,currency\n1,Boots,5,b,EUR\n2,Boots,5,b,USD\n", 3, "A product has one currency" },
        { "sku,title,price,image\n1,Boots,5,../../etc/passwd\n", 2, "should be a plain file name" },
        { "sku,title,price,image\n1,Boots,5,gone.png\n", 2, "is neither beside the catalog file" },
        { "sku,title,price,image\n1,Boots,5,javascript://x\n", 2, "should be an https address" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task FaultyFile_NamesLineAndFaultAndChangesNothing(string content, int? line, string words)
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        var before = await shop.RowsAsync();
        var result = await shop.ImportAsync(content);
        Assert.Contains(result.Faults, fault => fault.Line == line && fault.Sentence.Contains(words, StringComparison.Ordinal));
        Assert.Equal((0, 0, 0), (result.Created, result.Updated, result.Unchanged));
        Assert.Equal(before, await shop.RowsAsync());
    }

    [Fact]
    public async Task SeveralFaults_AreAllToldAtOnceUpToAHundred()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        var three = await shop.ImportAsync("sku,title,price,stock\nA,,1,2\nB,Boots,x,2\nC,Socks,1,-2\n");
        Assert.Equal([2, 3, 4], three.Faults.Select(fault => fault.Line!.Value));
        var many = await shop.ImportAsync("sku,title,price\n" + string.Join('\n', Enumerable.Range(0, 500).Select(row => $"{row},Boots,zero")));
        Assert.Equal(ImportFaults.Most, many.Faults.Count);
    }

    [Fact]
    public async Task FaultOnTheLastLine_LeavesNothingOfTheLinesBefore()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        var before = await shop.RowsAsync();
        var rows = Enumerable.Range(0, 2000).Select(row => $"{row},Boots {row},5");
        var result = await shop.ImportAsync($"sku,title,price\n{string.Join('\n', rows)}\nlast,Boots,free\n");
        Assert.Equal(2002, Assert.Single(result.Faults).Line);
        Assert.Equal(before, await shop.RowsAsync());
    }

    [Fact]
    public async Task SkuOfAnotherProduct_NamesBothAndUndoesTheWholeFile()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        var before = await shop.RowsAsync();
        var rows = Enumerable.Range(0, 400).Select(row => $"new{row},Gloves {row},5,glove{row}");
        var result = await shop.ImportAsync($"sku,title,price,product_id\n{string.Join('\n', rows)}\nSOCK,Gloves,5,glove\n");
        var fault = Assert.Single(result.Faults);
        Assert.Equal((402, "the SKU SOCK of product glove belongs already to product sock in the shop."), (fault.Line!.Value, fault.Sentence));
        Assert.Equal(before, await shop.RowsAsync());
    }

    [Fact]
    public async Task TextThatIsNotUtf8_IsOneClearSentence()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        foreach (var content in new[] { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(SampleCatalog.Json)).ToArray(), Encoding.Latin1.GetBytes("sku,title,price\n1,Schühe,5\n"), Encoding.Latin1.GetBytes("[{\"id\":\"a\",\"title\":\"Schühe\",\"price\":5}]"), [0, 1, 2, 3] })
            Assert.Contains("UTF-8", Assert.Single((await shop.ImportFileAsync(folder.Write("catalog", content))).Faults).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryJsonCase_IsImportedOrRefusedButNeverHalf()
    {
        var files = Directory.GetFiles(SharedData.JsonCases, "*.json");
        Assert.NotEmpty(files);
        await using var shop = await Shop.OpenAsync(postgres);
        var before = await shop.RowsAsync();
        foreach (var file in files.Where(file => new FileInfo(file).Length > 0))
            Assert.True((await shop.ImportFileAsync(file)).Faults.Count > 0, $"{Path.GetFileName(file)} holds no catalog and was taken.");
        Assert.Equal(before, await shop.RowsAsync());
    }
}

public sealed class EmbeddedImportFaultTests() : ImportFaultTests(null);

public sealed class PostgresImportFaultTests(PostgresFixture postgres) : ImportFaultTests(postgres);
