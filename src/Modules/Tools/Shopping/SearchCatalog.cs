using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class SearchCatalog(IRequestClient<SearchProducts> catalog) : Tool<SearchCatalogInput, CatalogSearchResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<SearchCatalogInput, CatalogSearchResult>(
        "search_catalog", "Search the catalog", ToolScopes.ReadCatalog,
        "Finds products by the shopper's words, best match first; small typing errors are forgiven, and options (red, size 10) and prices (under 50) in the words are understood. "
        + "Prices are minor units (1050 is 10.50). When relaxed is not empty, or total is larger than exact, say so: those products do not have everything that was asked for. "
        + "Use get_product with a product's id for its variants and their SKUs. For the next page ask again with after.");

    protected override async Task<ToolAnswer<CatalogSearchResult>> HandleAsync(SearchCatalogInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var question = new SearchProducts
        {
            Text = input.Query,
            MinPrice = input.MinPrice,
            MaxPrice = input.MaxPrice,
            Limit = input.Limit ?? 10,
            Offset = input.Offset ?? 0,
            After = input.After,
            Sort = input.Sort,
            Category = input.Category,
            Brand = input.Brand,
        };
        var found = await catalog.GetResponse<ProductsFound>(question, cancellationToken, caller.Patience.Rest);
        return found.Message.Result();
    }
}

internal sealed record SearchCatalogInput
{
    [Description("What the shopper is looking for, in plain words. Empty lists popular products.")]
    [StringLength(500)]
    public required string Query { get; init; }

    [Description("Only products that can be had at or above this price, in minor units.")]
    [Range(0, int.MaxValue)]
    public long? MinPrice { get; init; }

    [Description("Only products that can be had at or below this price, in minor units.")]
    [Range(0, int.MaxValue)]
    public long? MaxPrice { get; init; }

    [Description("How many products, 10 unless told.")]
    [Range(1, 50)]
    public int? Limit { get; init; }

    [Description("Products to pass over, for the next page.")]
    [Range(0, 10_000)]
    public int? Offset { get; init; }

    [Description("The value of next of the page before; better than offset.")]
    [StringLength(100)]
    public string? After { get; init; }

    [Description("price (lowest first), -price, newest or popular; best match first unless told.")]
    [StringLength(20)]
    public string? Sort { get; init; }

    [Description("Only products of this category, as a product's category names it.")]
    [StringLength(100)]
    public string? Category { get; init; }

    [Description("Only products of this brand, as a product's brand names it.")]
    [StringLength(100)]
    public string? Brand { get; init; }
}
