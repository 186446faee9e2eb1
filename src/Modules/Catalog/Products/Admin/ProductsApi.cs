using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Products for the shop's own people: looked at here, changed by the same requests as everywhere.</summary>
internal static class ProductsApi
{
    private const string New =
        """
        {"id":"hiking-boots","title":"Hiking Boots","brand":"Highfoot","category":"Footwear","status":"draft","tags":["winter"],"attributes":{"material":"leather"},
         "texts":{"es":{"title":"Botas de montaña"}},"media":[{"url":"https://example.com/boots.jpg","alt":"A pair of boots"}],
         "variants":[{"sku":"BOOT-41","options":{"size":"41"},"price":13900,"currency":"EUR","compareAtPrice":15900,"prices":{"USD":{"price":14900}},"weightGrams":980,"onHand":12}]}
        """;

    private const string Patch = """{"status":"active","variants":[{"sku":"BOOT-41","price":12900}]}""";

    public static void MapProductsApi(this RouteGroupBuilder catalog)
    {
        catalog.MapGet("/products/records", ProductList.AnswerAsync).WithName("ListProductRecords").Produces<ProductRecords>()
            .WithSummary("Products of any status, in catalog order; by status, category (and those below it), brand, tag, words of title, id or SKU; after takes next of the page before.");
        catalog.MapGet("/products/{id}/record", GetAsync).WithName("GetProductRecord").Produces<ProductDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("One product with all that the shop knows of it; the ETag is for If-Match.");
        catalog.MapPost("/products", CreateAsync).WithName("CreateProduct").Accepts<ProductDocument>("application/json").WithExample(New)
            .Produces<ProductDocument>(StatusCodes.Status201Created).ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Make a product.");
        catalog.MapPatch("/products/{id}", ChangeAsync).WithName("ChangeProduct").Accepts<ProductDocument>("application/json", "application/merge-patch+json").WithExample(Patch)
            .Produces<ProductDocument>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithSummary("Change what the body names (JSON merge patch; variants by SKU). If-Match with the ETag refuses a change that has not seen the latest.");
        catalog.MapDelete("/products/{id}", ArchiveAsync).WithName("ArchiveProduct").Produces<ProductDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Archive a product: shoppers no longer find it, orders keep it.");
        catalog.MapDelete("/products/{id}/variants/{sku}", WithdrawAsync).WithName("WithdrawVariant").Produces<ProductDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Sell a variant no more: it leaves the shop with its stock, unless it is the last one or promised to a checkout.");
        catalog.MapPost("/prices", ChangePricesAsync).WithName("ChangePrices").Produces<PricesChanged>().ProducesValidationProblem()
            .WithExample("""{"lines":[{"sku":"BOOT-41","price":12900,"compareAtPrice":13900},{"sku":"BOOT-41","currency":"USD","price":13900}]}""")
            .WithSummary("New prices for up to 1,000 SKUs, all or none.");
    }

    private static async Task<IResult> GetAsync(string id, CatalogDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        var product = Variant.CouldBeId(id) ? await db.Products.AsNoTracking().WithVariants().SingleOrDefaultAsync(x => x.Id == id, cancellationToken) : null;
        if (product is null)
            return NoProduct(id);
        response.Headers.ETag = EntityTag.Of(product.Version);
        return Results.Ok(product.Document());
    }

    private static Task<IResult> CreateAsync([FromBody] JsonElement body, HttpContext http, IRequestClient<SaveProduct> client, CancellationToken cancellationToken) =>
        AskAsync(new SaveProduct { Document = body.GetRawText(), By = By(http) }, http, client, cancellationToken);

    private static Task<IResult> ChangeAsync(
        string id, [FromBody] JsonElement body, [FromHeader(Name = "If-Match")] string? ifMatch, HttpContext http, IRequestClient<SaveProduct> client, CancellationToken cancellationToken) =>
        EntityTag.TryRead(ifMatch, out var version)
            ? AskAsync(new SaveProduct { ProductId = id, Document = body.GetRawText(), Version = version, By = By(http) }, http, client, cancellationToken)
            : Task.FromResult(FieldProblems.Of([new FieldFault { Field = "If-Match", Reason = "is no ETag of a product." }], StatusCodes.Status412PreconditionFailed));

    private static Task<IResult> ArchiveAsync(string id, HttpContext http, IRequestClient<SaveProduct> client, CancellationToken cancellationToken) =>
        AskAsync(new SaveProduct { ProductId = id, Document = """{"status":"archived"}""", By = By(http) }, http, client, cancellationToken);

    private static Task<IResult> WithdrawAsync(string id, string sku, HttpContext http, IRequestClient<WithdrawVariant> client, CancellationToken cancellationToken) =>
        AskAsync(new WithdrawVariant { ProductId = id, Sku = sku, By = By(http) }, id, http, client, cancellationToken);

    private static Task<IResult> AskAsync(SaveProduct request, HttpContext http, IRequestClient<SaveProduct> client, CancellationToken cancellationToken) =>
        AskAsync(request, request.ProductId, http, client, cancellationToken);

    /// <param name="request">What is asked.</param>
    /// <param name="id">Of a product that is there; null for a new one.</param>
    /// <param name="http">Takes the ETag.</param>
    /// <param name="client">Asks it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    private static async Task<IResult> AskAsync<T>(T request, string? id, HttpContext http, IRequestClient<T> client, CancellationToken cancellationToken) where T : class
    {
        var answer = await client.GetResponse<ProductSaved, ProductRejected, ProductNotFound>(request, cancellationToken);
        if (answer.Message is not ProductSaved { Product: var product })
            return answer.Message is ProductRejected rejected ? FieldProblems.Of(rejected.Faults, StatusOf(rejected.Code)) : NoProduct(id!);
        http.Response.Headers.ETag = EntityTag.Of(product.Version ?? 1);
        return id is null ? Results.Created($"/api/catalog/products/{Uri.EscapeDataString(product.Id!)}/record", product) : Results.Ok(product);
    }

    private static async Task<IResult> ChangePricesAsync(PricesBody body, HttpContext http, IRequestClient<ChangePrices> client, CancellationToken cancellationToken)
    {
        if (LineFaults.Unreadable(body.Lines, line => line?.Sku) is { Count: > 0 } faults)
            return FieldProblems.Of(faults);
        var answer = await client.GetResponse<PricesChanged, ChangeRejected>(new ChangePrices { Lines = body.Lines, By = By(http) }, cancellationToken);
        return answer.Message is ChangeRejected rejected ? FieldProblems.Of(rejected.Faults) : Results.Ok(answer.Message);
    }

    private static int StatusOf(string code) => code switch
    {
        "stale" => StatusCodes.Status412PreconditionFailed,
        "taken" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    public static string By(HttpContext http) => $"api:{http.User.Identity?.Name ?? "unknown"}";

    private static IResult NoProduct(string id) => Results.Problem($"There is no product {id}.", statusCode: StatusCodes.Status404NotFound, title: "No such product");
}

/// <summary>Prices to change.</summary>
internal sealed record PricesBody(IReadOnlyList<PriceChange> Lines);
