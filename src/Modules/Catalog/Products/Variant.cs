using System.Text;
using EcommerceBot.Catalog.Stock;

namespace EcommerceBot.Catalog.Products;

/// <summary>What a cart holds: one product in one choice of options, at one price.</summary>
internal sealed class Variant
{
    public const int LongestSku = 64;
    public const int MostOptions = 10;
    public const int LongestOption = 100;
    public const int LongestBarcode = 50;
    public const int HeaviestGrams = 10_000_000;
    public const long HighestPrice = 1_000_000_000_000;

    /// <summary>Whether a product or variant could have this id at all: what an import would refuse is not asked of the store, which cannot even hold a NUL.</summary>
    public static bool CouldBeId(string text) =>
        text.Length is > 0 and <= LongestSku && text.EnumerateRunes().All(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar);

    public required string Sku { get; init; }
    public required string ProductId { get; init; }

    /// <summary>Place among the product's variants.</summary>
    public required int Position { get; set; }

    /// <summary>Option name to value, in the order of the file.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; set; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public required long Price { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }

    /// <summary>What it cost before, in the same units; above the price.</summary>
    public long? CompareAtPrice { get; set; }

    /// <summary>By ISO 4217 code; <see cref="Currency"/> is not among them.</summary>
    public IReadOnlyDictionary<string, OtherPrice> OtherPrices { get; set; } = new Dictionary<string, OtherPrice>();
    public int? WeightGrams { get; set; }

    /// <summary>GTIN, UPC or the shop's own.</summary>
    public string? Barcode { get; set; }

    /// <summary>Whose rate applies; null is the standard one.</summary>
    public string? TaxClass { get; set; }
    public required StockItem Stock { get; init; }
}

/// <summary>A price in another currency than the variant's own, in that currency's minor units.</summary>
internal sealed record OtherPrice(long Price, long? CompareAtPrice);
