using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

/// <summary>The shop's tools in memory: prices, stock, carts, checkouts and orders behave as the real ones do towards an agent.</summary>
internal sealed class FakeShop : IToolCaller
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private static readonly HashSet<string> Effectful =
        ["create_cart", "update_cart", "create_checkout", "complete_checkout", "update_checkout", "cancel_checkout"];
    private readonly Queue<(string Tool, ToolRefusal Refusal)> _refusals = new();

    public FakeCatalog Catalog { get; } = new();

    public FakeCarts Carts { get; }

    public FakeCheckouts Checkouts { get; }

    public List<(string Tool, JsonElement Arguments)> Calls { get; } = [];

    public FakeShop()
    {
        Carts = new FakeCarts(Catalog);
        Checkouts = new FakeCheckouts(Carts);
    }

    public IEnumerable<string> Effects => Calls.Select(call => call.Tool).Where(Effectful.Contains);

    public int Count(string tool) => Calls.Count(call => call.Tool == tool);

    /// <summary>The next call of the tool is refused.</summary>
    public void Refuse(string tool, string code, string? sku = null, int? available = null, params IReadOnlyList<CartNews> news) =>
        _refusals.Enqueue((tool, Refusal(code, sku, available) with { News = news }));

    public Task<ToolOutcome> CallAsync(string tool, object arguments, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToElement(arguments, SnakeCase);
        Calls.Add((tool, json));
        var result = _refusals.TryPeek(out var refusal) && refusal.Tool == tool ? _refusals.Dequeue().Refusal : Answer(tool, json);
        return Task.FromResult(new ToolOutcome(result is ToolRefusal, JsonSerializer.Serialize(result, result.GetType(), SnakeCase)));
    }

    public static ToolRefusal Refusal(string code, string? sku = null, int? available = null) =>
        new() { Code = code, Message = "Refused by the fake shop.", Sku = sku, Available = available };

    private object Answer(string tool, JsonElement arguments) => tool switch
    {
        "search_catalog" => Catalog.Search(arguments),
        "get_product" => Catalog.Product(arguments.GetProperty("id").GetString()!),
        "create_cart" => Carts.Create(),
        "get_cart" => Carts.Get(arguments.GetProperty("cart_id").GetString()!),
        "update_cart" => Carts.Update(arguments),
        "create_checkout" => Checkouts.Create(arguments),
        "get_checkout" => Checkouts.Get(arguments.GetProperty("checkout_id").GetString()!),
        "complete_checkout" => Checkouts.Complete(arguments),
        "update_checkout" => Checkouts.PayOtherwise(arguments),
        "cancel_checkout" => Checkouts.Cancel(arguments.GetProperty("checkout_id").GetString()!),
        "get_order" => Checkouts.Order(arguments.GetProperty("order_number").GetString()!),
        "list_orders" => Checkouts.Orders(arguments.GetProperty("limit").GetInt32()),
        _ => throw new ArgumentException($"There is no tool {tool}.", nameof(tool)),
    };
}
