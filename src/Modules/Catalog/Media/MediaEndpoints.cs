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

    private static Results<FileStreamHttpResult, NotFound> Get(string name, IMediaStore media, HttpResponse response)
    {
        if (MediaFormat.OfName(name) is not { } format || media.Open(name) is not { } picture)
            return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(picture, format.ContentType, entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }
}
