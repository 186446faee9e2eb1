using System.Text.Json;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Requests;
using EcommerceBot.Tools.Limits;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Tools.Mcp;

/// <summary>The toolbox in the words of the Model Context Protocol.</summary>
internal static class McpTools
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>The tools the key may use, so that a model is not tempted by others.</summary>
    public static ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> context, CancellationToken cancellationToken)
    {
        var user = ToolUser.Of(context.User!);
        var cards = Toolbox(context).Cards.Where(card => user.May(card.Scope));
        // Private: what is listed depends on the caller.
        return ValueTask.FromResult(new ListToolsResult { Tools = [.. cards.Select(Tool)], TimeToLive = Fresh, CacheScope = CacheScope.Private });
    }

    public static async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        var (user, toolbox, asked) = (ToolUser.Of(context.User!), Toolbox(context), context.Params!);
        var call = new ToolCall { Tool = asked.Name, Arguments = McpArguments.Text(asked.Arguments), OwnerId = user.OwnerId, GuestOwnerId = user.GuestOwnerId, Scopes = user.Scopes };
        using var place = await context.Services!.GetRequiredService<CallPool>().EnterAsync(cancellationToken);
        if (!place.IsAcquired)
            return Refused(JsonSerializer.Serialize(Refusals.Busy(), ToolJson.Result));
        var result = await toolbox.CallAsync(call, cancellationToken);
        if (result.IsError && toolbox.Cards.All(card => card.Name != asked.Name))
            throw new McpProtocolException(result.Text, McpErrorCode.InvalidParams);
        return result.IsError ? Refused(result.Content) : Answered(result);
    }

    private static CallToolResult Answered(ToolResult result) => new()
    {
        StructuredContent = JsonElement.Parse(result.Content),
        Content = [new TextContentBlock { Text = result.Content }],
    };

    // Without structuredContent: some clients hold even a refusal's against the output schema, and then show the model nothing.
    private static CallToolResult Refused(string refusal) => new() { IsError = true, Content = [new TextContentBlock { Text = refusal }] };

    private static Tool Tool(ToolCard card) => new()
    {
        Name = card.Name,
        Title = card.Title,
        Description = card.Description,
        InputSchema = card.InputSchema,
        OutputSchema = card.OutputSchema,
        Annotations = new ToolAnnotations
        {
            Title = card.Title,
            ReadOnlyHint = card.ReadOnly,
            DestructiveHint = card.Destructive,
            IdempotentHint = card.Idempotent,
            OpenWorldHint = false,
        },
    };

    private static Toolbox Toolbox(MessageContext context) => context.Services!.GetRequiredService<Toolbox>();
}
