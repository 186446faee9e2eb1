using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Conformance.Fixtures;

[McpServerResourceType]
internal static class SampleResources
{
    [McpServerResource(UriTemplate = "test://static-text", Name = "static-text", MimeType = "text/plain"), Description("A text that never changes.")]
    public static string Text() => "This is the content of the static text resource.";

    [McpServerResource(UriTemplate = "test://static-binary", Name = "static-binary", MimeType = "image/png"), Description("A picture that never changes.")]
    public static BlobResourceContents Binary() => BlobResourceContents.FromBytes(Sample.Picture, "test://static-binary", "image/png");

    [McpServerResource(UriTemplate = "test://watched-resource", Name = "watched-resource", MimeType = "text/plain"), Description("A text to subscribe to.")]
    public static string Watched() => "Nothing has changed.";

    [McpServerResource(UriTemplate = "test://template/{id}/data", Name = "template", MimeType = "application/json"), Description("Data for an id.")]
    public static string Template([Description("Any id.")] string id) =>
        JsonSerializer.Serialize(new { id, templateTest = true, data = $"Data for ID: {id}" });
}
