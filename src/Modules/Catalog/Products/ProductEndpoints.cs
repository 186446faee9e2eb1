using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Products.Admin;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;


namespace EcommerceBot.Catalog.Products;

/// <summary>Products over HTTP, open to everyone: the same requests that the chat and MCP ask. The search has its own endpoint.</summary>
internal static class ProductEndpoints
{
    public static void MapProducts(this IEndpointRouteBuilder app)
    {
        var products = app.MapGroup("/api/catalog/products").WithTags("Catalog");
        products.MapGet("/{id}", GetAsync).WithName("GetProduct").WithSummary("One product by its id or by the SKU of a variant.");
    }

    private static async Task<Results<Ok<ProductDetails>, NotFound<ProductNotFound>>> GetAsync(
        string id, IRequestClient<GetProduct> catalog, HttpResponse response, CancellationToken cancellationToken, string? language = null)
    {
        var answer = await catalog.GetResponse<ProductDetails, ProductNotFound>(new GetProduct { ProductId = id, Language = language }, cancellationToken);
        if (!answer.Is(out Response<ProductDetails>? product))
            return TypedResults.NotFound(new ProductNotFound { ProductId = id });
        response.Headers.ETag = EntityTag.Of(product.Message.Version);
        return TypedResults.Ok(product.Message);
    }
}
