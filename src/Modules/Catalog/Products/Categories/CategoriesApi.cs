using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products.Admin;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcommerceBot.Catalog.Products.Categories;

/// <summary>The category tree for the shop's own people.</summary>
internal static class CategoriesApi
{
    public static void MapCategories(this RouteGroupBuilder catalog)
    {
        catalog.MapGet("/categories", async (CatalogDbContext db, CancellationToken cancellationToken) => Results.Ok(await CategoryTree.ReadAsync(db, cancellationToken)))
            .WithName("ListCategories").WithSummary("The category tree; names that only products know stand at its root.").Produces<IReadOnlyList<CategoryNode>>();
        catalog.MapPut("/categories/{name}", SaveAsync).WithName("SaveCategory").WithSummary("Put a category into the tree, or move it.")
            .Produces<CategorySaved>().ProducesValidationProblem().WithExample("""{"parent":"Footwear","position":1}""");
        catalog.MapDelete("/categories/{name}", RemoveAsync).WithName("RemoveCategory").WithSummary("Take a category out of the tree; its products keep the name.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> SaveAsync(string name, CategoryBody body, IRequestClient<SaveCategory> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<CategorySaved, ChangeRejected>(new SaveCategory { Name = name, Parent = body.Parent, Position = body.Position }, cancellationToken);
        return answer.Message is ChangeRejected rejected ? FieldProblems.Of(rejected.Faults) : Results.Ok(answer.Message);
    }

    private static async Task<IResult> RemoveAsync(string name, IRequestClient<RemoveCategory> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<CategoryRemoved, ChangeRejected>(new RemoveCategory { Name = name }, cancellationToken);
        return answer.Message is ChangeRejected rejected ? FieldProblems.Of(rejected.Faults, StatusCodes.Status409Conflict) : Results.NoContent();
    }
}

/// <summary>Where a category stands; without a parent, at the root.</summary>
internal sealed record CategoryBody(string? Parent, int Position = 0);
