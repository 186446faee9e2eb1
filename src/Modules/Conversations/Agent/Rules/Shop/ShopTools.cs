using System.Text.Json;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Shop;

/// <summary>The shop's tools with their arguments and results in C#.</summary>
internal sealed class ShopTools(IToolCaller tools)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public Task<Answer<CatalogSearchResult>> SearchAsync(string query, PriceRange price, int limit, int offset, CancellationToken ct) =>
        CallAsync<CatalogSearchResult>("search_catalog", Search(query, price, limit, offset), ct);

    public Task<Answer<ProductResult>> ProductAsync(string id, CancellationToken ct) =>
        CallAsync<ProductResult>("get_product", new { Id = id }, ct);

    public Task<Answer<CartResult>> CreateCartAsync(CancellationToken ct) => CallAsync<CartResult>("create_cart", new { }, ct);

    public Task<Answer<CartResult>> CartAsync(string cartId, CancellationToken ct) =>
        CallAsync<CartResult>("get_cart", new { CartId = cartId }, ct);

    public Task<Answer<CartResult>> AddAsync(string cartId, string sku, int quantity, CancellationToken ct) =>
        CallAsync<CartResult>("update_cart", new { CartId = cartId, Add = new[] { new { Sku = sku, Quantity = quantity } } }, ct);

    /// <summary>Makes the line hold exactly so many pieces; 0 removes it.</summary>
    public Task<Answer<CartResult>> SetAsync(string cartId, string sku, int quantity, CancellationToken ct) =>
        CallAsync<CartResult>("update_cart", new { CartId = cartId, Set = new[] { new { Sku = sku, Quantity = quantity } } }, ct);

    /// <summary>Makes the cart hold exactly these pieces by SKU; none empties it.</summary>
    public Task<Answer<CartResult>> ReplaceAsync(string cartId, IReadOnlyDictionary<string, int> lines, CancellationToken ct) =>
        CallAsync<CartResult>(
            "update_cart",
            new { CartId = cartId, LineItems = lines.Select(line => new { Sku = line.Key, Quantity = line.Value }).ToArray() },
            ct);

    /// <summary>What those who pack it should know; empty removes it.</summary>
    public Task<Answer<CartResult>> NoteAsync(string cartId, string note, CancellationToken ct) =>
        CallAsync<CartResult>("update_cart", new { CartId = cartId, Note = note }, ct);

    public Task<Answer<CheckoutResult>> CreateCheckoutAsync(string cartId, string name, string address, IReadOnlyList<string> coupons, CancellationToken ct) =>
        CallAsync<CheckoutResult>("create_checkout", new { CartId = cartId, Buyer = new { Name = name, Address = address }, CouponCodes = coupons }, ct);

    public Task<Answer<CheckoutResult>> CheckoutAsync(string checkoutId, CancellationToken ct) =>
        CallAsync<CheckoutResult>("get_checkout", new { CheckoutId = checkoutId }, ct);

    public Task<Answer<CheckoutResult>> CompleteAsync(string checkoutId, string confirmation, string method, CancellationToken ct) =>
        CallAsync<CheckoutResult>("complete_checkout", new { CheckoutId = checkoutId, Confirmation = confirmation, PaymentMethod = method }, ct);

    /// <summary>Pays a checkout that waits for its money in another way.</summary>
    public Task<Answer<CheckoutResult>> PayOtherwiseAsync(string checkoutId, string method, CancellationToken ct) =>
        CallAsync<CheckoutResult>("update_checkout", new { CheckoutId = checkoutId, PaymentMethod = method }, ct);

    public Task<Answer<CheckoutResult>> CancelAsync(string checkoutId, CancellationToken ct) =>
        CallAsync<CheckoutResult>("cancel_checkout", new { CheckoutId = checkoutId }, ct);

    public Task<Answer<OrderResult>> OrderAsync(string orderNumber, CancellationToken ct) =>
        CallAsync<OrderResult>("get_order", new { OrderNumber = orderNumber }, ct);

    public Task<Answer<OrdersResult>> OrdersAsync(int limit, CancellationToken ct) =>
        CallAsync<OrdersResult>("list_orders", new { Limit = limit }, ct);

    // A bound that was not named is left out: schemas need not allow null.
    private static Dictionary<string, object> Search(string query, PriceRange price, int limit, int offset)
    {
        var arguments = new Dictionary<string, object> { ["query"] = query, ["limit"] = limit, ["offset"] = offset };
        if (price.Min is { } min)
            arguments["min_price"] = min;
        if (price.Max is { } max)
            arguments["max_price"] = max;
        return arguments;
    }

    private async Task<Answer<T>> CallAsync<T>(string tool, object arguments, CancellationToken ct)
        where T : class
    {
        var outcome = await tools.CallAsync(tool, arguments, ct);
        try
        {
            if (outcome.IsError)
                return new(null, JsonSerializer.Deserialize<ToolRefusal>(outcome.Content, SnakeCase) ?? Unreadable);
            return JsonSerializer.Deserialize<T>(outcome.Content, SnakeCase) is { } value ? new(value, null) : new(null, Unreadable);
        }
        catch (JsonException)
        {
            return new(null, Unreadable);
        }
    }

    // The shopper is told that it can be tried again, which is all that can honestly be said.
    private static ToolRefusal Unreadable => new() { Code = "unavailable", Message = "The tool's answer could not be read." };
}
