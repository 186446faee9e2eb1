using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Bodies in the OpenAPI document.</summary>
internal static class OpenApiExamples
{
    /// <param name="endpoint">An endpoint with a body.</param>
    /// <param name="json">A body it takes.</param>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder endpoint, string json) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            content.Example = JsonNode.Parse(json);
        return Task.CompletedTask;
    });

    /// <summary>The body is taken as it comes, whatever the sender calls it.</summary>
    public static RouteHandlerBuilder WithBytes(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var bytes = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = bytes } };
        return Task.CompletedTask;
    });
}
