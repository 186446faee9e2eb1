using System.Globalization;
using EcommerceBot.Benchmarks.Searching;

namespace EcommerceBot.Benchmarks.Importing;

/// <summary>Catalog files of invented words, written line by line: two variants a product, a title of two words and a kind, twelve words of description, one of 500 brands.</summary>
internal static class GeneratedFile
{
    private const string OwnColumns = "sku,product_id,title,description,brand,category,price,stock,option:size,option:colour";
    private const string ShopifyColumns = "Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Status";

    private static readonly string[] Sizes = ["S", "M", "L"];
    private static readonly string[] Colours = ["red", "blue", "green", "black", "white"];

    /// <summary>The shop's own columns, or Shopify's.</summary>
    public static void Write(string file, int products, bool shopify)
    {
        var random = new Random(4711);
        using var text = new StreamWriter(file);
        text.WriteLine(shopify ? ShopifyColumns : OwnColumns);
        for (var number = 0; number < products; number++)
        {
            var (kind, colour) = (InventedWords.Kinds[number % InventedWords.Kinds.Length], Colours[number % Colours.Length]);
            var title = $"{Word(random)} {Word(random)} {kind}";
            var description = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word(random)));
            var (brand, price) = (InventedWords.Of(number % 500 * 7), ((999 + number * 37L % 20000) / 100m).ToString("0.00", CultureInfo.InvariantCulture));
            for (var variant = 0; variant < 2; variant++)
            {
                var size = Sizes[(number + variant) % Sizes.Length];
                text.WriteLine(
                    !shopify ? $"P{number}-{variant},p{number},{title},{description},{brand},{kind},{price},50,{size},{colour}"
                    : variant == 0 ? $"p{number},{title},<p>{description}</p>,{brand},{kind},Size,{size},Colour,{colour},P{number}-{variant},50,{price},active"
                    : $"p{number},,,,,,{size},,{colour},P{number}-{variant},50,{price},");
            }
        }
    }

    /// <summary>Few words are very common and most are rare, as in real catalogs.</summary>
    private static string Word(Random random) => InventedWords.Of((int)Math.Pow(InventedWords.Count, random.NextDouble()));
}
