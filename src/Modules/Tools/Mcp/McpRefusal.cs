using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EcommerceBot.Tools.Mcp;

/// <summary>A refusal made before the SDK sees the message, in the form MCP clients read: a JSON-RPC error.</summary>
internal sealed record McpRefusal(int Code, string Message, JsonElement? Id)
{
    private const int Parse = -32700;
    private const int Parameters = -32602;

    public static McpRefusal ParseError(string message) => new(Parse, message, null);

    /// <param name="message">What is wrong.</param>
    /// <param name="request">The request that is refused, for its id.</param>
    public static McpRefusal InvalidParameters(string message, JsonElement request) =>
        new(Parameters, message, request.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.Clone() : null);

    public JsonHttpResult<Envelope> ToResult() =>
        TypedResults.Json(new Envelope("2.0", Id, new Fault(Code, Message)), statusCode: StatusCodes.Status400BadRequest);

    internal sealed record Envelope(string Jsonrpc, JsonElement? Id, Fault Error);

    internal sealed record Fault(int Code, string Message);
}
