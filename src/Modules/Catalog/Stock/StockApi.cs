using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Products.Admin;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Stock for the shop's own people.</summary>
internal static class StockApi
{
    public static void MapStock(this RouteGroupBuilder catalog) => catalog.MapPost("/stock", AdjustAsync).WithName("AdjustStock").Produces<StockAdjusted>().ProducesValidationProblem()
        .WithExample("""{"reason":"counted","lines":[{"sku":"BOOT-41","onHand":14},{"sku":"BOOT-42","change":-1}]}""")
        .WithSummary("Count (onHand) or correct (change) the stock of up to 1,000 SKUs, all or none, never below what is promised. An Idempotency-Key makes repeating harmless.");

    private static async Task<IResult> AdjustAsync(
        StockBody body, [FromHeader(Name = "Idempotency-Key")] string? key, HttpContext http, IRequestClient<AdjustStock> client, CancellationToken cancellationToken)
    {
        if (LineFaults.Unreadable(body.Lines, line => line?.Sku) is { Count: > 0 } faults)
            return FieldProblems.Of(faults);
        var request = new AdjustStock { Lines = body.Lines, Reason = body.Reason ?? "", Key = key, By = ProductsApi.By(http) };
        var answer = await client.GetResponse<StockAdjusted, ChangeRejected>(request, cancellationToken);
        return answer.Message is ChangeRejected rejected ? FieldProblems.Of(rejected.Faults) : Results.Ok(answer.Message);
    }
}

/// <summary>Stock to change, and why.</summary>
internal sealed record StockBody(IReadOnlyList<StockAdjustment> Lines, string? Reason);
