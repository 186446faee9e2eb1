using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace EcommerceBot.Tools.Mcp.Prompts;

/// <summary>Ways into the shop that a client can offer its user by name.</summary>
internal static class ShopPrompts
{
    private const int LongestArgument = 200;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private static readonly ShopPrompt[] All =
    [
        new("find_a_gift", "Find a gift", "Helps to choose a present from the shop.",
            [new("recipient", "For whom it is, such as: my father, 60, likes gardening.", true), new("budget", "What it may cost at most, such as: 40 EUR.", false)],
            "Find a present in this shop for: {recipient}. It may cost at most: {budget}. Search with search_catalog in a few ways, look at the best with get_product, "
            + "and offer three that are in stock, each with its price and one sentence why it suits. Put nothing into a cart before I choose."),
        new("where_is_my_order", "Where is my order?", "Looks an order up and says in plain words how it stands.",
            [new("order_number", "As printed on the confirmation; empty for the newest order.", false)],
            "Where is my order {order_number}? Look with get_order, or with list_orders where I gave no number, and say in plain words how it stands and what comes next. "
            + "If it cannot be found, say what you would need."),
    ];

    public static ValueTask<ListPromptsResult> ListAsync(RequestContext<ListPromptsRequestParams> context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListPromptsResult { Prompts = [.. All.Select(prompt => prompt.Listing)], TimeToLive = Fresh, CacheScope = CacheScope.Public });

    public static ValueTask<GetPromptResult> GetAsync(RequestContext<GetPromptRequestParams> context, CancellationToken cancellationToken)
    {
        var asked = context.Params!;
        var prompt = All.FirstOrDefault(prompt => prompt.Name == asked.Name)
            ?? throw new McpProtocolException($"There is no such prompt. The prompts are: {string.Join(", ", All.Select(prompt => prompt.Name))}.", McpErrorCode.InvalidParams);
        var given = asked.Arguments?.ToDictionary(x => x.Key, x => x.Value.ToString()) ?? [];
        var faults = prompt.Faults(given, LongestArgument).ToList();
        if (faults.Count > 0)
            throw new McpProtocolException(string.Join(' ', faults), McpErrorCode.InvalidParams);
        return ValueTask.FromResult(new GetPromptResult
        {
            Description = prompt.Description,
            Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = prompt.Fill(given) } }],
        });
    }
}
