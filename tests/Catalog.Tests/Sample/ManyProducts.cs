using System.Text.Json;

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>A large catalog made of invented words, the same each time.</summary>
internal static class ManyProducts
{
    private static readonly string[] Starts = ["bor", "cal", "den", "fir", "gol", "hem", "jun", "kel", "lor", "mar", "nem", "pol", "rin", "sol", "tar", "ven", "wil", "zan"];
    private static readonly string[] Ends = ["dor", "bek", "ton", "mis", "ver", "lam", "kin", "sot", "nar", "pel"];
    private static readonly string[] Kinds = ["jacket", "boots", "lantern", "keyboard", "backpack", "kettle", "bottle", "helmet", "tent", "gloves"];

    public static string Json(int products) => JsonSerializer.Serialize(Enumerable.Range(0, products).Select(number => new
    {
        id = $"p{number}",
        title = $"{Word(number)} {Word(number * 7 + 3)} {Kinds[number % Kinds.Length]}",
        description = string.Join(' ', Enumerable.Range(1, 30).Select(turn => Word(number * turn + turn))),
        brand = Word(number % 50),
        category = Kinds[number % Kinds.Length],
        variants = new[] { new { sku = $"P{number}-1", price = $"{10 + number % 90}.99", options = new { size = "M" } }, new { sku = $"P{number}-2", price = $"{12 + number % 90}.99", options = new { size = "L" } } },
    }));

    private static string Word(int number) => $"{Starts[number % 18]}{Starts[number / 18 % 18][..2]}{Ends[number / 324 % 10]}";
}
