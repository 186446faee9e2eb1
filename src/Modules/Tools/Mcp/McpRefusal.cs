using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EcommerceBot.Tools.Mcp;

/// <summary>A refusal made before the SDK sees the message, in the form MCP clients read: a JSON-RPC error without an id.</summary>
internal sealed record McpRefusal(int Code, string Message)
{
    private const int Parse = -32700;

    public static JsonHttpResult<Envelope> ParseError(string message) =>
        TypedResults.Json(new Envelope("2.0", null, new McpRefusal(Parse, message)), statusCode: StatusCodes.Status400BadRequest);

    internal sealed record Envelope(string Jsonrpc, string? Id, McpRefusal Error);
}
