using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EcommerceBot.Tools.Mcp;

/// <summary>Holds a message to the form every later reader relies on: one JSON value, not too deep, every text readable. The SDK answers half a surrogate pair with an internal error.</summary>
internal sealed class McpBody : IEndpointFilter
{
    public const int LargestBytes = 256 * 1024;
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 32 };

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.ContentLength > LargestBytes)
            return TypedResults.Problem($"A request may have {LargestBytes / 1024} KB.", statusCode: StatusCodes.Status413PayloadTooLarge);
        if (HttpMethods.IsPost(http.Request.Method) && await FaultAsync(http.Request.BodyReader, http.RequestAborted) is { } fault)
            return McpRefusal.ParseError(fault);
        return await next(context);
    }

    /// <summary>Looks at the whole body and leaves it for the next reader.</summary>
    private static async ValueTask<string?> FaultAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(cancellationToken);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(cancellationToken);
        }
        var fault = Fault(read.Buffer);
        reader.AdvanceTo(read.Buffer.Start);
        return fault;
    }

    private static string? Fault(ReadOnlySequence<byte> body)
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
            return null;
        }
        catch (JsonException)
        {
            return $"The body should be one JSON value of at most {Strict.MaxDepth} levels.";
        }
        catch (InvalidOperationException)
        {
            return "The body should be Unicode: half of a surrogate pair stands in a name or a text.";
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }
}
