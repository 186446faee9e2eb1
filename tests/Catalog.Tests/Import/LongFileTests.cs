using System.Text;
using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Import.Checking;
using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Import;

/// <summary>Files of any length: products are read while the file is, and repeated ids are found all the same.</summary>
public sealed class LongFileTests
{
    private const int Products = 30_000;

    [Theory]
    [InlineData("product_id,sku,title,price", "p{0},P{0}-a,Thing {0},5\np{0},P{0}-b,,6\n")]
    [InlineData("Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price", "p{0},Thing {0},Size,S,P{0}-a,5\np{0},,,M,P{0}-b,6\n")]
    public void CsvOfAnyLength_IsReadAProductAtATime(string columns, string product)
    {
        using var stream = Csv(columns, product, Enumerable.Range(0, Products));
        var (faults, length) = (new ImportFaults(), stream.Length);
        var (read, furthestAtFirst) = (0, 0L);
        foreach (var draft in CatalogFile.Read(stream, faults))
        {
            Assert.Equal(2, draft.Variants.Count);
            if (read++ == 0)
                furthestAtFirst = stream.Position;
        }
        Assert.Equal(Products, read);
        Assert.False(faults.Any);
        // Some thousand products are kept open for rows that stand apart.
        Assert.InRange(furthestAtFirst, 1, length / 3);
    }

    [Fact]
    public async Task RowsOfAProductFarApart_AreAFaultWithBothLines()
    {
        await using var shop = await Shop.OpenAsync();
        var faults = (await shop.ImportAsync($"product_id,sku,title,price\np0,A,Thing,5\n{string.Concat(Enumerable.Range(1, 6000).Select(n => $"p{n},S{n},Thing {n},5\n"))}p0,B,Thing,6\n")).Faults;
        Assert.Equal("line 6003: the product id p0 stands already on line 2. Put its variants into one product, and the rows of one product together.", Assert.Single(faults).ToString());
    }

    [Fact]
    public void SeenIds_KnowTheLineOfEachOfMany()
    {
        var seen = new SeenIds();
        for (var line = 1; line <= 100_000; line++)
            Assert.Null(seen.Add($"id-{line}", line));
        Assert.Equal(1, seen.Add("id-1", 7));
        Assert.Equal(99_999, seen.Add("id-99999", 7));
        Assert.Null(seen.Add("id-0", 7));
    }

    private static MemoryStream Csv(string columns, string product, IEnumerable<int> numbers)
    {
        var format = CompositeFormat.Parse(product);
        return new MemoryStream(Encoding.UTF8.GetBytes($"{columns}\n{string.Concat(numbers.Select(number => string.Format(null, format, number)))}"));
    }
}
