using System.Globalization;
using System.Text.Json;
using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Search;

/// <summary>How well real titles are found, computed over all of them.</summary>
public abstract class EshopSearchTests(PostgresFixture? postgres)
{
    private enum Slip
    {
        Drop,
        Swap,
        Double,
    }

    [Theory]
    [InlineData("I am looking for hiking boots", "Hiking Boots")]
    [InlineData("hiking boot", "Hiking Boots")]
    [InlineData("busco una mochila o backpack", "Backpack")]
    [InlineData("do you sell snowboards?", "Snowboard")]
    [InlineData("gps watches", "GPS Watch")]
    [InlineData("climbing harnes", "Climbing Harness")]
    public async Task PlainWish_FirstHitIsOfThatKind(string text, string title)
    {
        await using var shop = await OpenAsync();
        var found = await shop.SearchAsync(text);
        Assert.Contains(title, found.Products[0].Title, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task OneSlipInATitleWord_ProductIsAmongTheFirstTenForNineteenOfTwenty()
    {
        await using var shop = await OpenAsync();
        var (tried, found, missed) = (0, 0, new List<string>());
        foreach (var (id, title) in Titles())
        {
            foreach (var (word, slip) in LongWords(title).SelectMany(word => Enum.GetValues<Slip>().Select(slip => (word, slip))))
            {
                var typed = title.Replace(word, Mistype(word, slip, tried), StringComparison.Ordinal);
                tried++;
                if ((await shop.SearchAsync(typed)).Products.Any(product => product.ProductId == id))
                    found++;
                else
                    missed.Add(typed);
            }
        }
        Assert.True(found >= 0.95 * tried, $"{found} of {tried} found; missed: {string.Join(" | ", missed.Take(20))}");
        TestContext.Current.SendDiagnosticMessage($"Whole titles with one slip: {found} of {tried} in the first ten.");
    }

    [Fact]
    public async Task OneMistypedWordAlone_FindsProductsOfThatWordForNineteenOfTwenty()
    {
        await using var shop = await OpenAsync();
        var words = Titles().SelectMany(product => LongWords(product.Title)).Select(word => word.ToLowerInvariant()).Distinct().ToList();
        var (tried, found, missed) = (0, 0, new List<string>());
        foreach (var (word, slip) in words.SelectMany(word => Enum.GetValues<Slip>().Select(slip => (word, slip))))
        {
            var typed = Mistype(word, slip, tried);
            tried++;
            if ((await shop.SearchAsync(typed)).Products.Any(product => SearchText.Words(product.Title).Contains(word)))
                found++;
            else
                missed.Add($"{typed} ({word})");
        }
        Assert.True(found >= 0.95 * tried, $"{found} of {tried} found; missed: {string.Join(" | ", missed.Take(40))}");
        TestContext.Current.SendDiagnosticMessage($"Single mistyped words: {found} of {tried}.");
    }

    private async Task<Shop> OpenAsync()
    {
        var file = SharedData.Eshop;
        var shop = await Shop.OpenAsync(postgres);
        Assert.Empty((await shop.ImportFileAsync(file)).Faults);
        return shop;
    }

    private static IEnumerable<(string Id, string Title)> Titles()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(SharedData.Eshop));
        foreach (var product in json.RootElement.EnumerateArray())
            yield return (product.GetProperty("Id").GetInt32().ToString(CultureInfo.InvariantCulture), product.GetProperty("Name").GetString()!);
    }

    private static IEnumerable<string> LongWords(string title) => title.Split(' ', '-').Where(word => word.Length >= 6 && word.All(char.IsLetter));

    /// <summary>At every place in turn, the first letter too.</summary>
    private static string Mistype(string word, Slip slip, int turn)
    {
        var at = 1 + turn % (word.Length - 1);
        return slip switch
        {
            Slip.Drop => word.Remove(at - 1, 1),
            Slip.Swap => $"{word[..(at - 1)]}{word[at]}{word[at - 1]}{word[(at + 1)..]}",
            _ => word.Insert(at, word[at].ToString()),
        };
    }
}

public sealed class EmbeddedEshopSearchTests() : EshopSearchTests(null);

public sealed class PostgresEshopSearchTests(PostgresFixture postgres) : EshopSearchTests(postgres);
