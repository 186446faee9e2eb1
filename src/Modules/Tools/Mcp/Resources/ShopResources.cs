using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Requests;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Tools.Mcp.Resources;

/// <summary>What a client can attach to a conversation without calling a tool. Each is read by the tool of the same right, so it shows the same to the same callers.</summary>
internal static class ShopResources
{
    private const string Json = "application/json";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private static readonly (string Prefix, string Tool, string Argument, ResourceTemplate Template)[] Kinds =
    [
        ("shop://products/", "get_product", "id", new ResourceTemplate
        {
            UriTemplate = "shop://products/{id}",
            Name = "product",
            Title = "A product",
            Description = "A product with every variant, its price in minor units and pieces available. The id is one search_catalog returned.",
            MimeType = Json,
        }),
        ("shop://orders/", "get_order", "order_number", new ResourceTemplate
        {
            UriTemplate = "shop://orders/{order_number}",
            Name = "order",
            Title = "An order's receipt",
            Description = "One of the caller's own orders: status, lines and totals in minor units.",
            MimeType = Json,
        }),
    ];

    private static readonly Resource Popular = new()
    {
        Uri = "shop://catalog/popular",
        Name = "popular",
        Title = "Popular products",
        Description = "What the shop sells most, as search_catalog returns it.",
        MimeType = Json,
    };

    public static ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListResourcesResult { Resources = May(context, "search_catalog") ? [Popular] : [], TimeToLive = Fresh, CacheScope = CacheScope.Private });

    public static ValueTask<ListResourceTemplatesResult> ListTemplatesAsync(RequestContext<ListResourceTemplatesRequestParams> context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListResourceTemplatesResult
        {
            ResourceTemplates = [.. Kinds.Where(kind => May(context, kind.Tool)).Select(kind => kind.Template)],
            TimeToLive = Fresh,
            CacheScope = CacheScope.Private,
        });

    public static async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> context, CancellationToken cancellationToken)
    {
        var uri = context.Params!.Uri;
        var (tool, arguments) = Question(uri) ?? throw NotFound(uri);
        var user = ToolUser.Of(context.User!);
        var call = new ToolCall { Tool = tool, Arguments = arguments, OwnerId = user.OwnerId, Scopes = user.Scopes };
        var result = await context.Services!.GetRequiredService<Toolbox>().CallAsync(call, cancellationToken);
        if (result.IsError)
            throw Refused(uri, result);
        return new ReadResourceResult
        {
            Contents = [new TextResourceContents { Uri = uri, MimeType = Json, Text = result.Content }],
            TimeToLive = TimeSpan.Zero,
            CacheScope = CacheScope.Private,
        };
    }

    private static (string Tool, string Arguments)? Question(string uri)
    {
        if (uri == Popular.Uri)
            return ("search_catalog", """{"query":""}""");
        foreach (var (prefix, tool, argument, _) in Kinds)
        {
            if (uri.StartsWith(prefix, StringComparison.Ordinal) && uri.Length > prefix.Length)
                return (tool, ArgumentText.Of(argument, Uri.UnescapeDataString(uri[prefix.Length..])));
        }
        return null;
    }

    private static bool May(MessageContext context, string tool) =>
        context.Services!.GetRequiredService<Toolbox>().Cards.Single(card => card.Name == tool) is { } card && ToolUser.Of(context.User!).May(card.Scope);

    private static McpProtocolException NotFound(string uri) =>
        new($"There is no such resource. The shop has {Popular.Uri}, {string.Join(", ", Kinds.Select(kind => kind.Template.UriTemplate))}.", McpErrorCode.InvalidParams) { Data = { ["uri"] = uri } };

    private static McpProtocolException Refused(string uri, ToolResult refusal) => new(refusal.Text, McpErrorCode.InvalidParams) { Data = { ["uri"] = uri } };
}
