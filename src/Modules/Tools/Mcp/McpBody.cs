using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace EcommerceBot.Tools.Mcp;

/// <summary>
/// Holds a message to the form every later reader relies on: one JSON value, not too deep, every text readable, the parameters of their method's type.
/// The SDK answers half a surrogate pair, or arguments that are a list, with an internal error.
/// </summary>
internal sealed class McpBody : IEndpointFilter
{
    public const int LargestBytes = 256 * 1024;

    /// <summary>Under which the tool of a <c>tools/call</c> is left for later filters.</summary>
    public static readonly object CalledTool = new();
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 32 };

    // Not initialize: the newest revision knows no such method and says so with 404, whatever its params.
    private static readonly Dictionary<string, Type> Parameters = new(StringComparer.Ordinal)
    {
        [RequestMethods.ToolsCall] = typeof(CallToolRequestParams),
        [RequestMethods.ToolsList] = typeof(ListToolsRequestParams),
        [RequestMethods.ResourcesRead] = typeof(ReadResourceRequestParams),
        [RequestMethods.ResourcesList] = typeof(ListResourcesRequestParams),
        [RequestMethods.ResourcesTemplatesList] = typeof(ListResourceTemplatesRequestParams),
        [RequestMethods.PromptsGet] = typeof(GetPromptRequestParams),
        [RequestMethods.PromptsList] = typeof(ListPromptsRequestParams),
    };

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.ContentLength > LargestBytes)
            return TypedResults.Problem($"A request may have {LargestBytes / 1024} KB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        return HttpMethods.IsPost(http.Request.Method) && await RefuseAsync(http) is { } refusal
            ? refusal.ToResult()
            : await next(context);
    }

    /// <summary>Looks at the whole body and leaves it for the next reader.</summary>
    private static async ValueTask<McpRefusal?> RefuseAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAsync(http.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(http.RequestAborted);
        }
        var refusal = Refuse(read.Buffer, http);
        reader.AdvanceTo(read.Buffer.Start);
        return refusal;
    }

    private static McpRefusal? Refuse(ReadOnlySequence<byte> body, HttpContext http)
    {
        try
        {
            ReadEveryText(body);
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Strict.MaxDepth });
            return document.RootElement.ValueKind is JsonValueKind.Object ? RefuseParameters(document.RootElement, http) : null;
        }
        catch (JsonException)
        {
            return McpRefusal.ParseError($"The body should be one JSON value of at most {Strict.MaxDepth} levels.");
        }
        catch (InvalidOperationException)
        {
            return McpRefusal.ParseError("The body should be Unicode: half of a surrogate pair stands in a name or a text.");
        }
    }

    private static void ReadEveryText(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, Strict);
        var text = ArrayPool<char>.Shared.Rent(Math.Max((int)body.Length, 1));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.CopyString(text);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static McpRefusal? RefuseParameters(JsonElement message, HttpContext http)
    {
        if (!message.TryGetProperty("params", out var given) || !message.TryGetProperty("method", out var method)
            || method.ValueKind is not JsonValueKind.String || !Parameters.TryGetValue(method.GetString()!, out var type))
            return null;
        try
        {
            http.Items[CalledTool] = (given.Deserialize(McpJsonUtilities.DefaultOptions.GetTypeInfo(type)) as CallToolRequestParams)?.Name;
            return null;
        }
        catch (JsonException exception)
        {
            return McpRefusal.InvalidParameters($"The params of {method} are not of their type at {exception.Path ?? "$"}.", message);
        }
    }
}
