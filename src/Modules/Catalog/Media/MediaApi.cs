using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Media.Fetching;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products.Admin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Media;

/// <summary>Pictures for the shop's own people. What is stored is named by what it holds, so that sending it again changes nothing.</summary>
internal static class MediaApi
{
    public static void MapMediaApi(this RouteGroupBuilder catalog)
    {
        catalog.MapPost("/media", UploadAsync).WithName("UploadPicture").WithBytes().Produces<PictureStored>().ProducesValidationProblem()
            .WithSummary("Store the picture in the body (at most 2 MB; its bytes tell what it is); the answer's url goes into a product's media.");
        catalog.MapPost("/media/fetch", FetchAsync).WithName("FetchPicture").Produces<PictureStored>().ProducesValidationProblem().WithExample("""{"url":"https://example.com/boots.jpg"}""")
            .WithSummary("Store the picture at a public https address.");
        catalog.MapDelete("/media/{name}", DeleteAsync).WithName("DeletePicture").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Delete a picture that no product shows.");
    }

    private static async Task<IResult> UploadAsync(HttpRequest request, IMediaStore media, CancellationToken cancellationToken)
    {
        var content = new byte[PictureCheck.Largest + 1];
        return await StoreAsync(content[..await request.Body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken)], "body", media, cancellationToken);
    }

    private static async Task<IResult> FetchAsync(FetchBody body, PictureFetch fetch, IMediaStore media, CancellationToken cancellationToken)
    {
        var (content, fault) = await fetch.GetAsync(body.Url ?? "", cancellationToken);
        return content is null ? Refused("url", fault!) : await StoreAsync(content, "url", media, cancellationToken);
    }

    private static async Task<IResult> DeleteAsync(string name, IMediaStore media, CatalogDbContext db, CancellationToken cancellationToken)
    {
        if (!MediaName.IsValid(name))
            return NoPicture(name);
        var (url, part) = (MediaName.Path + name, $"%{name}%");
        if (await db.Products.AnyAsync(x => x.ImageUrl == url || EF.Functions.Like((string)(object)x.Media, part), cancellationToken))
            return Results.Problem("A product shows this picture. Take it from the product first.", statusCode: StatusCodes.Status409Conflict, title: "In use");
        if (!await media.DeleteAsync(name, cancellationToken))
            return NoPicture(name);
        foreach (var width in MediaName.Widths)
            await media.DeleteAsync(MediaName.Small(name, width), cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> StoreAsync(byte[] content, string field, IMediaStore media, CancellationToken cancellationToken)
    {
        if (PictureCheck.FaultOf(content, out var name) is { } fault)
            return Refused(field, fault);
        await media.SaveAsync(name, content, cancellationToken);
        var isScalable = MediaFormat.Scalable.Contains(MediaFormat.OfName(name));
        return Results.Ok(new PictureStored(MediaName.Path + name, isScalable ? [.. MediaName.Widths.Select(width => MediaName.Path + MediaName.Small(name, width))] : []));
    }

    private static IResult Refused(string field, string fault) => FieldProblems.Of([new FieldFault { Field = field, Reason = $"{fault}." }]);

    private static IResult NoPicture(string name) => Results.Problem($"There is no picture {name}.", statusCode: StatusCodes.Status404NotFound, title: "No such picture");
}

/// <summary>Where a picture comes from.</summary>
internal sealed record FetchBody(string? Url);

/// <summary>A stored picture and the addresses of its small copies (160, 320 and 640 pixels wide, where it is wider than that).</summary>
internal sealed record PictureStored(string Url, IReadOnlyList<string> Small);
