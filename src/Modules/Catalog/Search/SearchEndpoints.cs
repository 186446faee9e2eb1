using EcommerceBot.Catalog.Contracts.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcommerceBot.Catalog.Search;

/// <summary>The search over HTTP, open to everyone: the same that the chat and MCP ask.</summary>
internal static class SearchEndpoints
{
    private const string OptionPrefix = "option.";

    public static void MapSearch(this IEndpointRouteBuilder app) => app.MapGet("/api/catalog/products", SearchAsync).WithTags("Catalog").WithName("SearchProducts")
        .WithSummary("Search the catalog, or list its most popular products.")
        .WithDescription("Prices are minor units. sort: price, -price, newest, popular. after: next of the page before. option.size=10 keeps products with such a variant. facets=true counts what the matches can be narrowed to.");

    private static async Task<Ok<ProductsFound>> SearchAsync(
        ProductSearch search, HttpRequest http, CancellationToken cancellationToken, string? q = null, int limit = 10, int offset = 0, string? after = null, string? sort = null,
        string? category = null, string? brand = null, long? minPrice = null, long? maxPrice = null, bool inStock = false, bool facets = false)
    {
        var request = new SearchProducts
        {
            Text = q ?? "", Limit = limit, Offset = offset, After = after, Sort = sort, Category = category, Brand = brand, MinPrice = minPrice, MaxPrice = maxPrice, InStock = inStock,
            Facets = facets, Options = Options(http.Query),
        };
        return TypedResults.Ok(await search.FindAsync(request, cancellationToken));
    }

    private static Dictionary<string, string>? Options(IQueryCollection query)
    {
        var options = query.Where(pair => pair.Key.StartsWith(OptionPrefix, StringComparison.OrdinalIgnoreCase) && pair.Key.Length > OptionPrefix.Length)
            .ToDictionary(pair => pair.Key[OptionPrefix.Length..], pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return options.Count == 0 ? null : options;
    }
}
