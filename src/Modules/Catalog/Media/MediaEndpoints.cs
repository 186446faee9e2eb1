using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace EcommerceBot.Catalog.Media;

/// <summary>Serves product pictures. Opened on its own, even an SVG may run nothing and load nothing.</summary>
internal static class MediaEndpoints
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    public static void MapMedia(this IEndpointRouteBuilder app) =>
        app.MapMethods($"{MediaName.Path}{{name}}", [HttpMethods.Get, HttpMethods.Head], Get).WithName("GetMedia").WithTags("Catalog").WithSummary("A product picture.");

    private static async Task<Results<FileStreamHttpResult, NotFound>> Get(string name, IMediaStore media, HttpResponse response, CancellationToken cancellationToken)
    {
        if (MediaFormat.OfName(name) is not { } format || (await media.OpenAsync(name, cancellationToken) ?? await ShrinkAsync(name, media, cancellationToken)) is not { } picture)
            return TypedResults.NotFound();
        response.Headers.CacheControl = MediaName.CacheControl;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(picture, format.ContentType, entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }

    /// <summary>A small copy is made when it is first asked for, and kept. Only three widths of pictures that are here can be asked for.</summary>
    private static async Task<Stream?> ShrinkAsync(string name, IMediaStore media, CancellationToken cancellationToken)
    {
        var (originals, width) = MediaName.OriginalsOf(name);
        foreach (var original in originals)
        {
            await using var stream = await media.OpenAsync(original, cancellationToken);
            if (stream is null)
                continue;
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content, cancellationToken);
            if (Thumbnail.Of(content, width) is not { } small)
                return null;
            await media.SaveAsync(name, small, cancellationToken);
            return await media.OpenAsync(name, cancellationToken);
        }
        return null;
    }
}
