using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class LookUpProducts(IRequestClient<GetProduct> catalog) : Tool<LookupCatalogInput, CatalogLookupResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<LookupCatalogInput, CatalogLookupResult>(
        "lookup_catalog", "Look products up", ToolScopes.ReadCatalog,
        "Shows several products at once by their ids or SKUs, in the order asked for, with variants, prices in minor units and pieces available. "
        + "Ids that the shop does not have are listed in missing.");

    protected override async Task<ToolAnswer<CatalogLookupResult>> HandleAsync(LookupCatalogInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var ids = input.Ids.Distinct(StringComparer.Ordinal).ToList();
        var found = await Task.WhenAll(ids.Select(id => FindAsync(id, caller, cancellationToken)));
        return new CatalogLookupResult
        {
            Products = [.. found.OfType<ProductResult>().DistinctBy(product => product.Id)],
            Missing = [.. ids.Zip(found).Where(pair => pair.Second is null).Select(pair => pair.First)],
        };
    }

    private async Task<ProductResult?> FindAsync(string id, ToolCaller caller, CancellationToken cancellationToken)
    {
        var answer = await catalog.GetResponse<ProductDetails, ProductNotFound>(new GetProduct { ProductId = id }, cancellationToken, caller.Patience.Rest);
        return answer.Is(out Response<ProductDetails>? product) ? product.Message.Result() : null;
    }
}

internal sealed record LookupCatalogInput
{
    [Description("Product ids from search_catalog, or SKUs of variants.")]
    [Length(1, 10)]
    public required IReadOnlyList<string> Ids { get; init; }
}
