namespace EcommerceBot.Tools.Contracts.Results;

/// <summary>What the cart tools return: the whole cart as it now stands.</summary>
public sealed record CartResult
{
    public required string CartId { get; init; }
    public required int Version { get; init; }
    public required IReadOnlyList<LineItem> LineItems { get; init; }
    public required Price Total { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The shopper's wish for those who pack it.</summary>
    public string? Note { get; init; }

    /// <summary>What is not as it was shown: to be told to the shopper before anything else.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The same as figures.</summary>
    public IReadOnlyList<CartNews> News { get; init; } = [];
}

/// <summary>A line of a cart, a checkout or an order.</summary>
public sealed record LineItem
{
    public required string Sku { get; init; }
    public required string ProductId { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyDictionary<string, string> Options { get; init; }
    public required int Quantity { get; init; }
    public required Price UnitPrice { get; init; }
    public required Price LineTotal { get; init; }
    public string? ImageUrl { get; init; }
}

/// <summary>What the checkout tools return.</summary>
public sealed record CheckoutResult
{
    public required string CheckoutId { get; init; }
    public required string CartId { get; init; }

    /// <summary><c>incomplete</c>, <c>ready_for_complete</c>, <c>complete_in_progress</c>, <c>requires_escalation</c>, <c>completed</c> or <c>canceled</c>.</summary>
    public required string Status { get; init; }
    public required IReadOnlyList<LineItem> LineItems { get; init; }
    public required IReadOnlyList<TotalAmount> Totals { get; init; }
    public required Price Total { get; init; }
    public BuyerDetails? Buyer { get; init; }

    /// <summary>Where it goes, where its fields are known: decides delivery and tax.</summary>
    public AddressDetails? ShipTo { get; init; }

    /// <summary>The cart's note, which goes with the order.</summary>
    public string? Note { get; init; }

    /// <summary>What each code took off, or why it did not.</summary>
    public IReadOnlyList<CouponResult> Coupons { get; init; } = [];

    /// <summary>The ways of delivery that serve the address.</summary>
    public IReadOnlyList<ShippingMethod> ShippingMethods { get; init; } = [];

    /// <summary>The one that is in the total.</summary>
    public string? ShippingMethodId { get; init; }

    /// <summary>Tax that the prices have in them already; it adds nothing.</summary>
    public Price? IncludedTax { get; init; }

    /// <summary>The ways to pay that this shop takes: <c>online</c>, <c>cash_on_delivery</c>, <c>bank_transfer</c>.</summary>
    public IReadOnlyList<string> PaymentMethods { get; init; } = [];

    /// <summary>The one that was chosen, once the checkout is completed.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Pass it to <c>complete_checkout</c> after the shopper agreed to exactly what is shown here.</summary>
    public required string Confirmation { get; init; }

    /// <summary>The payment page to open, when the status is <c>requires_escalation</c>.</summary>
    public string? ContinueUrl { get; init; }
    public string? OrderNumber { get; init; }
    public required IReadOnlyList<string> Messages { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>One row of the totals in minor units; the rows other than <c>total</c> add up to it.</summary>
public sealed record TotalAmount
{
    /// <summary><c>subtotal</c>, <c>fulfillment</c>, <c>tax</c>, <c>discount</c> or <c>total</c>.</summary>
    public required string Type { get; init; }
    public required long Amount { get; init; }
}

/// <summary>Who buys and where it goes.</summary>
public sealed record BuyerDetails
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
}

/// <summary>What <c>get_order</c> returns.</summary>
public sealed record OrderResult
{
    public required string OrderNumber { get; init; }
    public required string CheckoutId { get; init; }
    public required string Status { get; init; }
    public required IReadOnlyList<LineItem> LineItems { get; init; }
    public required IReadOnlyList<TotalAmount> Totals { get; init; }
    public required Price Total { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public BuyerDetails? Buyer { get; init; }

    /// <summary>Where it goes, where its fields are known.</summary>
    public AddressDetails? ShipTo { get; init; }

    /// <summary>What is still to be paid on delivery.</summary>
    public Price? PaymentDue { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PaymentLine> Payments { get; init; } = [];
    public string? CancelReason { get; init; }

    /// <summary>The items were changed once after the order; nothing can be changed or cancelled any more.</summary>
    public bool ItemsChanged { get; init; }
    public ReturnResult? Return { get; init; }
    public ExchangeResult? Exchange { get; init; }
    public IReadOnlyList<ShipmentResult> Shipments { get; init; } = [];
}

/// <summary>What <c>list_orders</c> returns, newest first.</summary>
public sealed record OrdersResult
{
    public required IReadOnlyList<OrderResult> Orders { get; init; }
}

/// <summary>What a tool returns instead of a result when it refuses.</summary>
public sealed record ToolRefusal
{
    /// <summary>A stable word such as <c>out_of_stock</c>, <c>not_found</c> or <c>invalid_arguments</c>.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence that says what is wrong and what to do next.</summary>
    public required string Message { get; init; }
    public string? Sku { get; init; }

    /// <summary>With <c>out_of_stock</c>: pieces that could be had.</summary>
    public int? Available { get; init; }

    /// <summary>With <c>price_changed</c> and <c>out_of_stock</c> at a checkout: what has moved, line by line.</summary>
    public IReadOnlyList<CartNews>? News { get; init; }
}
