using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products.Admin;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Policies;

/// <summary>The shop's documents: searched by everyone, edited by its own people.</summary>
internal static class PoliciesApi
{
    private const int MostListed = 500;
    private const string Example = """{"title":"Returns","kind":"returns","url":"/pages/returns","body":"Send anything back within 30 days.\n\n## Refunds\n\nWithin 5 days."}""";

    public static void MapPolicySearch(this IEndpointRouteBuilder app) => app.MapGet("/api/catalog/policies/search", SearchAsync).WithTags("Catalog").WithName("SearchPolicies")
        .Produces<PoliciesFound>().WithSummary("Passages of the shop's documents that speak of the words, open to everyone.");

    public static void MapPolicies(this RouteGroupBuilder catalog)
    {
        catalog.MapGet("/policies", ListAsync).WithName("ListPolicies").Produces<IReadOnlyList<PolicyView>>().WithSummary("All documents without their text.");
        catalog.MapGet("/policies/{slug}", GetAsync).WithName("GetPolicy").Produces<PolicyView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A document in one language (the default one when left out); the ETag is for If-Match.");
        catalog.MapPut("/policies/{slug}", SaveAsync).WithName("SavePolicy").Produces<PolicySaved>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithExample(Example).WithSummary("Write a document in one language; its headings part it into passages.");
        catalog.MapDelete("/policies/{slug}", RemoveAsync).WithName("RemovePolicy").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Take a document away, in one language or in all.");
    }

    private static async Task<IResult> SearchAsync(IRequestClient<SearchPolicies> client, CancellationToken cancellationToken, string? q = null, string? language = null, int limit = 5) =>
        Results.Ok((await client.GetResponse<PoliciesFound>(new SearchPolicies { Query = q ?? "", Language = language, Limit = limit }, cancellationToken)).Message);

    private static async Task<IResult> ListAsync(CatalogDbContext db, CancellationToken cancellationToken) => Results.Ok(await db.Policies.AsNoTracking()
        .OrderBy(x => x.Slug).ThenBy(x => x.Language).Take(MostListed).Select(x => new PolicyView(x.Slug, x.Language, x.Title, x.Kind, x.Url, null, x.Version, x.UpdatedAt)).ToListAsync(cancellationToken));

    private static async Task<IResult> GetAsync(
        string slug, CatalogDbContext db, HttpResponse response, Microsoft.Extensions.Options.IOptions<ShopOptions> shop, CancellationToken cancellationToken, string? language = null)
    {
        var tag = language is null ? shop.Value.DefaultLanguage : PolicyFaults.Normalize(language);
        var policy = await db.Policies.AsNoTracking().SingleOrDefaultAsync(x => x.Slug == slug && x.Language == tag, cancellationToken);
        if (policy is null)
            return NoDocument(slug);
        response.Headers.ETag = EntityTag.Of(policy.Version);
        return Results.Ok(new PolicyView(policy.Slug, policy.Language, policy.Title, policy.Kind, policy.Url, policy.Body, policy.Version, policy.UpdatedAt));
    }

    private static async Task<IResult> SaveAsync(
        string slug, PolicyBody body, [FromHeader(Name = "If-Match")] string? ifMatch, HttpResponse response, IRequestClient<SavePolicy> client, CancellationToken cancellationToken, string? language = null)
    {
        if (!EntityTag.TryRead(ifMatch, out var version))
            return FieldProblems.Of([new FieldFault { Field = "If-Match", Reason = "is no ETag of a document." }], StatusCodes.Status412PreconditionFailed);
        var request = new SavePolicy { Slug = slug, Language = language, Title = body.Title ?? "", Kind = body.Kind ?? "faq", Url = body.Url, Body = body.Body ?? "", Version = version };
        var answer = await client.GetResponse<PolicySaved, PolicyRejected>(request, cancellationToken);
        if (answer.Message is PolicyRejected rejected)
            return FieldProblems.Of(rejected.Faults, rejected.Code == "stale" ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status400BadRequest);
        response.Headers.ETag = EntityTag.Of(((PolicySaved)answer.Message).Version);
        return Results.Ok(answer.Message);
    }

    private static async Task<IResult> RemoveAsync(string slug, IRequestClient<RemovePolicy> client, CancellationToken cancellationToken, string? language = null)
    {
        var answer = await client.GetResponse<PolicyRemoved>(new RemovePolicy { Slug = slug, Language = language }, cancellationToken);
        return answer.Message.Removed > 0 ? Results.NoContent() : NoDocument(slug);
    }

    private static IResult NoDocument(string slug) => Results.Problem($"There is no document {slug} in this language.", statusCode: StatusCodes.Status404NotFound, title: "No such document");
}

/// <summary>A document as the shop's own people see it; a list leaves the body out.</summary>
internal sealed record PolicyView(string Slug, string Language, string Title, string Kind, string? Url, string? Body, int Version, DateTimeOffset UpdatedAt);

/// <summary>A document to write; its slug and language are in the address.</summary>
internal sealed record PolicyBody(string? Title, string? Kind, string? Url, string? Body);
