using System.Text.Json;
using EcommerceBot.Tools.Contracts.Results;
using FakeVariant = (string Sku, (string Option, string Value)[] Options, long Price, int Available);

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

/// <summary>A few products; a search finds those whose title holds every word.</summary>
internal sealed class FakeCatalog
{
    public const string Currency = "EUR";

    public List<ProductResult> Products { get; } =
    [
        Make(
            "ridge", "Ridge Hiking Boots", "Fellgate",
            ("RIDGE-41", [("size", "41"), ("colour", "brown")], 16990, 9),
            ("RIDGE-42", [("size", "42"), ("colour", "brown")], 16990, 12),
            ("RIDGE-42B", [("size", "42"), ("colour", "black")], 17990, 3),
            ("RIDGE-43B", [("size", "43"), ("colour", "black")], 17990, 0)),
        Make(
            "glen", "Glen Light Hiking Boots", "Fellgate",
            ("GLEN-40", [("size", "40")], 11900, 8),
            ("GLEN-41", [("size", "41")], 11900, 8)),
        Make(
            "lark", "Lark Merino T-Shirt", "Harbour",
            ("LARK-S-BLU", [("size", "S"), ("colour", "blue")], 2990, 20),
            ("LARK-M-BLU", [("size", "M"), ("colour", "blue")], 2990, 20),
            ("LARK-M-RED", [("size", "M"), ("colour", "red")], 2990, 5),
            ("LARK-L-RED", [("size", "L"), ("colour", "red")], 2990, 5)),
        Make("alder", "Alder Daypack", null, ("ALDER", [], 5900, 7)),
        Make("ash", "Ash Mechanical Keyboard", "Clatter", ("ASH", [], 8900, 2)),
        Make("gale", "Gale Storm Umbrella", null, ("GALE", [], 2450, 0)),
        .. Enumerable.Range(1, 14).Select(i => Make($"sock{i}", $"Step Wool Socks No {i}", null, ($"SOCK-{i}", [], 900 + i, 10))),
        Make("trousers", "Stride Trousers", null, [.. Enumerable.Range(28, 14).Select(Trousers)]),
    ];

    public Dictionary<string, int> Stock { get; } = [];

    public Dictionary<string, long> Prices { get; } = [];

    /// <summary>What the shop reads for a misspelt word.</summary>
    public Dictionary<string, string> Corrections { get; } = new() { ["mecanical keybord"] = "mechanical keyboard" };

    /// <summary>What the shop says about its answer beside the products.</summary>
    public Func<CatalogSearchResult, CatalogSearchResult> Told { get; set; } = found => found;

    public ProductVariant? Variant(string sku) => Owner(sku)?.Variants.Where(variant => variant.Sku == sku).Select(Now).Single();

    public ProductResult? Owner(string sku) => Products.Find(product => product.Variants.Any(variant => variant.Sku == sku));

    public object Product(string id) =>
        Products.Find(product => product.Id == id) is { } product
            ? product with { Variants = [.. product.Variants.Select(Now)] }
            : FakeShop.Refusal("not_found");

    public object Search(JsonElement arguments)
    {
        var asked = arguments.GetProperty("query").GetString()!;
        var query = Corrections.GetValueOrDefault(asked.ToLowerInvariant(), asked);
        var words = query.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        long? max = arguments.TryGetProperty("max_price", out var upper) ? upper.GetInt64() : null;
        long? min = arguments.TryGetProperty("min_price", out var lower) ? lower.GetInt64() : null;
        var found = Products
            .Where(
                product => words.All(word => product.Title.Contains(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
                    || product.Variants.Any(variant => variant.Options.Values.Contains(word))))
            .Where(
                product => product.Variants.Select(Now).Any(variant => variant.Price.Amount >= (min ?? 0)
                    && variant.Price.Amount <= (max ?? long.MaxValue)))
            .ToList();
        var page = found.Skip(arguments.GetProperty("offset").GetInt32()).Take(arguments.GetProperty("limit").GetInt32());
        return Told(new CatalogSearchResult { Products = [.. page.Select(Summary)], Total = found.Count, SearchedFor = query == asked
            || found.Count == 0 ? null : query });
    }

    private ProductVariant Now(ProductVariant variant) => variant with
    {
        Available = Stock.GetValueOrDefault(variant.Sku, variant.Available),
        Price = variant.Price with { Amount = Prices.GetValueOrDefault(variant.Sku, variant.Price.Amount) },
    };

    private CatalogProduct Summary(ProductResult product) => new()
    {
        Id = product.Id,
        Title = product.Title,
        Brand = product.Brand,
        PriceFrom = product.Variants.Select(Now).MinBy(variant => variant.Price.Amount)!.Price,
        PriceTo = product.Variants.Select(Now).MaxBy(variant => variant.Price.Amount)!.Price,
        InStock = product.Variants.Select(Now).Any(variant => variant.Available > 0),
        VariantCount = product.Variants.Count,
        ImageUrl = $"/media/{product.Id}.svg",
    };

    private static (string, (string, string)[], long, int) Trousers(int size) => ($"STRIDE-{size}", [("size", $"{size}")], 7500, 10);

    private static ProductResult Make(string id, string title, string? brand, params FakeVariant[] variants) => new()
    {
        Id = id,
        Title = title,
        Brand = brand,
        Description = $"{title}, made to last.",
        ImageUrl = $"/media/{id}.svg",
        Variants =
        [
            .. variants.Select(variant => new ProductVariant
            {
                Sku = variant.Sku,
                Options = variant.Options.ToDictionary(option => option.Option, option => option.Value),
                Price = new Price { Amount = variant.Price, Currency = Currency },
                Available = variant.Available,
            }),
        ],
    };
}
