using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class GetProductDetails(IRequestClient<GetProduct> catalog) : Tool<GetProductInput, ProductResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<GetProductInput, ProductResult>(
        "get_product", "Show a product", ToolScopes.ReadCatalog,
        "Shows one product with its description and every variant: SKU, options, price in minor units and pieces available. "
        + "Put a variant's SKU into update_cart to buy it.");

    protected override async Task<ToolAnswer<ProductResult>> HandleAsync(GetProductInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var answer = await catalog.GetResponse<ProductDetails, ProductNotFound>(new GetProduct { ProductId = input.Id }, cancellationToken, caller.Patience.Rest);
        return answer.Is(out Response<ProductDetails>? product) ? product.Message.Result() : Refusals.ProductNotFound();
    }
}

internal sealed record GetProductInput
{
    [Description("The id of a product from search_catalog, or a variant's SKU.")]
    [StringLength(200, MinimumLength = 1)]
    public required string Id { get; init; }
}
