using System.Text.Json;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

/// <summary>Carts that check stock and bounds; a closed one is not found and refuses changes.</summary>
internal sealed class FakeCarts(FakeCatalog catalog)
{
    private readonly Dictionary<string, Dictionary<string, int>> _carts = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly HashSet<string> _closed = [];
    private readonly Dictionary<string, string> _notes = [];

    /// <summary>What every cart that is shown says has moved.</summary>
    public List<CartNews> News { get; } = [];

    public int Created => _carts.Count;

    public IReadOnlyDictionary<string, int> Lines(string cartId) => _carts[cartId];

    public IReadOnlyDictionary<string, int> Latest => _carts.Last().Value;

    public void Close(string cartId) => _closed.Add(cartId);

    public CartResult Create()
    {
        var id = $"cart-{_carts.Count + 1}";
        _carts[id] = [];
        _versions[id] = 1;
        return Result(id);
    }

    public object Get(string id) => _carts.ContainsKey(id) && !_closed.Contains(id) ? Result(id) : FakeShop.Refusal("not_found");

    public object Update(JsonElement arguments)
    {
        var id = arguments.GetProperty("cart_id").GetString()!;
        if (!_carts.TryGetValue(id, out var cart))
            return FakeShop.Refusal("not_found");
        if (_closed.Contains(id))
            return FakeShop.Refusal("cart_closed");

        var wanted = arguments.TryGetProperty("line_items", out var all) ? [] : new Dictionary<string, int>(cart);
        foreach (var line in Each(all))
            wanted[line.Sku] = line.Quantity;
        foreach (var line in Each(arguments, "add"))
            wanted[line.Sku] = wanted.GetValueOrDefault(line.Sku) + line.Quantity;
        foreach (var line in Each(arguments, "set"))
            wanted[line.Sku] = line.Quantity;
        if (wanted.Select(line => Refusal(line.Key, line.Value)).FirstOrDefault(refusal => refusal is not null) is { } refused)
            return refused;

        if (arguments.TryGetProperty("note", out var note))
            _notes[id] = note.GetString()!;
        _carts[id] = wanted.Where(line => line.Value > 0).ToDictionary();
        _versions[id]++;
        return Result(id);
    }

    public CartResult Result(string id)
    {
        var lines = _carts[id].Select(line => Line(line.Key, line.Value)).ToList();
        return new CartResult
        {
            CartId = id,
            Version = _versions[id],
            LineItems = lines,
            Total = new Price { Amount = lines.Sum(line => line.LineTotal.Amount), Currency = FakeCatalog.Currency },
            ExpiresAt = DateTimeOffset.UnixEpoch,
            Note = _notes.GetValueOrDefault(id) is { Length: > 0 } note ? note : null,
            News = [.. News],
        };
    }

    private ToolRefusal? Refusal(string sku, int quantity)
    {
        if (catalog.Variant(sku) is not { } variant)
            return FakeShop.Refusal("unknown_sku", sku);
        if (quantity is < 0 or > 99)
            return FakeShop.Refusal("invalid_quantity", sku);
        return quantity > variant.Available ? FakeShop.Refusal("out_of_stock", sku, variant.Available) : null;
    }

    private LineItem Line(string sku, int quantity)
    {
        var variant = catalog.Variant(sku)!;
        var product = catalog.Owner(sku)!;
        return new LineItem
        {
            Sku = sku,
            ProductId = product.Id,
            Title = product.Title,
            Options = variant.Options,
            Quantity = quantity,
            UnitPrice = variant.Price,
            LineTotal = variant.Price with { Amount = variant.Price.Amount * quantity },
        };
    }

    private static IEnumerable<(string Sku, int Quantity)> Each(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var lines) ? Each(lines) : [];

    private static IEnumerable<(string Sku, int Quantity)> Each(JsonElement lines) =>
        lines.ValueKind == JsonValueKind.Array
            ? lines.EnumerateArray().Select(line => (line.GetProperty("sku").GetString()!, line.GetProperty("quantity").GetInt32()))
            : [];
}
