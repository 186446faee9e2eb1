using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

/// <summary>Quotes with a confirmation over what they show; completing one with any other is refused.</summary>
internal sealed class FakeCheckouts(FakeCarts carts)
{
    public const long Delivery = 490;

    private readonly Dictionary<string, CheckoutResult> _checkouts = [];
    private readonly List<OrderResult> _orders = [];

    /// <summary>The ways to pay that the shop takes.</summary>
    public IReadOnlyList<string> PaymentMethods { get; set; } = ["online"];

    /// <summary>What becomes of each code that is given.</summary>
    public Func<string, CouponResult>? Coupon { get; set; }

    public CheckoutResult Latest => _checkouts.Last().Value;

    public object Create(JsonElement arguments)
    {
        var cartId = arguments.GetProperty("cart_id").GetString()!;
        if (carts.Get(cartId) is not CartResult cart)
            return FakeShop.Refusal("not_found");
        if (cart.LineItems.Count == 0)
            return FakeShop.Refusal("empty_cart");

        var buyer = arguments.GetProperty("buyer");
        var details = new BuyerDetails { Name = buyer.GetProperty("name").GetString(), Address = buyer.GetProperty("address").GetString() };
        var id = new Guid(_checkouts.Count + 1, 0, 0, new byte[8]).ToString();
        var coupons = arguments.GetProperty("coupon_codes").EnumerateArray().Select(code => Coupon!(code.GetString()!)).ToList();
        return _checkouts[id] = Quote(id, cart, details) with { PaymentMethods = PaymentMethods, Coupons = coupons };
    }

    public object Get(string id) => _checkouts.TryGetValue(id, out var checkout) ? checkout : FakeShop.Refusal("not_found");

    public object Complete(JsonElement arguments)
    {
        var id = arguments.GetProperty("checkout_id").GetString()!;
        if (!_checkouts.TryGetValue(id, out var checkout))
            return FakeShop.Refusal("not_found");
        if (checkout.Status != "ready_for_complete")
            return checkout.Status == "canceled" ? FakeShop.Refusal("canceled") : checkout;

        var now = Quote(id, carts.Result(checkout.CartId), checkout.Buyer!);
        if (now.Confirmation != arguments.GetProperty("confirmation").GetString())
            return FakeShop.Refusal(now.Total.Amount != checkout.Total.Amount ? "price_changed" : "confirmation_mismatch");

        var method = arguments.GetProperty("payment_method").GetString()!;
        if (!PaymentMethods.Contains(method))
            return FakeShop.Refusal("payment_method_unavailable");
        carts.Close(checkout.CartId);
        return _checkouts[id] = checkout with { Status = "complete_in_progress", PaymentMethod = method };
    }

    public object PayOtherwise(JsonElement arguments)
    {
        if (Latest.Status != "requires_escalation")
            return FakeShop.Refusal("not_waiting");
        Change(checkout => checkout with { Status = "complete_in_progress", ContinueUrl = null, PaymentMethod = arguments.GetProperty("payment_method").GetString() });
        return Latest;
    }

    public object Cancel(string id)
    {
        if (!_checkouts.TryGetValue(id, out var checkout))
            return FakeShop.Refusal("not_found");
        return checkout.Status == "completed" ? FakeShop.Refusal("already_paid") : _checkouts[id] = checkout with { Status = "canceled" };
    }

    public void OpenPayment(string url) => Change(checkout => checkout with { Status = "requires_escalation", ContinueUrl = url });

    public void Fail() => Change(checkout => checkout with { Status = "canceled" });

    public OrderResult Place(string number)
    {
        Change(checkout => checkout with { Status = "completed", OrderNumber = number });
        var order = new OrderResult
        {
            OrderNumber = number,
            CheckoutId = Latest.CheckoutId,
            Status = "placed",
            LineItems = Latest.LineItems,
            Totals = Latest.Totals,
            Total = Latest.Total,
            PlacedAt = DateTimeOffset.UnixEpoch.AddDays(20000 + _orders.Count),
        };
        _orders.Add(order);
        return order;
    }

    public object Order(string number) =>
        (object?)_orders.Find(
            order => string.Equals(order.OrderNumber, number, StringComparison.OrdinalIgnoreCase)) ?? FakeShop.Refusal("not_found");

    public OrdersResult Orders(int limit) => new() { Orders = [.. _orders.AsEnumerable().Reverse().Take(limit)] };

    private void Change(Func<CheckoutResult, CheckoutResult> change) => _checkouts[Latest.CheckoutId] = change(Latest);

    private static CheckoutResult Quote(string id, CartResult cart, BuyerDetails buyer)
    {
        var total = cart.Total.Amount + Delivery;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{id}|{cart.CartId}|{cart.Version}|{total}|{buyer.Name}|{buyer.Address}");
        return new CheckoutResult
        {
            CheckoutId = id,
            CartId = cart.CartId,
            Status = "ready_for_complete",
            LineItems = cart.LineItems,
            Totals =
            [
                new() { Type = "subtotal", Amount = cart.Total.Amount },
                new() { Type = "fulfillment", Amount = Delivery },
                new() { Type = "total", Amount = total },
            ],
            Total = cart.Total with { Amount = total },
            Buyer = buyer,
            Note = cart.Note,
            Confirmation = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown))),
            Messages = [],
            ExpiresAt = DateTimeOffset.UnixEpoch,
        };
    }
}
