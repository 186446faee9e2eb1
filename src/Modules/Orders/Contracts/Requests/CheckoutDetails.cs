namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Answered by Orders: a checkout as it stands; every surface shows these integers and no others.</summary>
public sealed record CheckoutDetails
{
    public required Guid CheckoutId { get; init; }
    public required string CartId { get; init; }

    /// <summary><c>incomplete</c>, <c>ready_for_complete</c>, <c>complete_in_progress</c>, <c>requires_escalation</c> (pay at <see cref="ContinueUrl"/>), <c>completed</c> or <c>canceled</c>.</summary>
    public required string Status { get; init; }
    public required IReadOnlyList<CartLine> Lines { get; init; }

    /// <summary>Exactly one <c>subtotal</c> and one <c>total</c>; the others add up to the total.</summary>
    public required IReadOnlyList<TotalLine> Totals { get; init; }

    /// <summary>What will be charged, minor units of <see cref="Currency"/>.</summary>
    public required long Total { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    public Buyer? Buyer { get; init; }
    public PostalAddress? ShipTo { get; init; }

    /// <summary>Tax that the prices have in them already, minor units; it adds nothing.</summary>
    public long IncludedTax { get; init; }

    /// <summary>What each code took off, or why it did not.</summary>
    public IReadOnlyList<CouponOutcome> Coupons { get; init; } = [];

    /// <summary>The ways of delivery that serve the address; empty where the shop has none.</summary>
    public IReadOnlyList<ShippingChoice> ShippingChoices { get; init; } = [];

    /// <summary>The one that is in the total.</summary>
    public string? ShippingMethodId { get; init; }

    /// <summary>The cart's note, which goes with the order.</summary>
    public string? Note { get; init; }

    /// <summary>The ways to pay that this shop takes, as <see cref="CompleteCheckout.PaymentMethod"/> names them.</summary>
    public IReadOnlyList<string> PaymentMethods { get; init; } = [];

    /// <summary>The one that was chosen, once the checkout is completed.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Proves what was shown (a hash over cart version, lines, total and buyer); CompleteCheckout must bring it back.</summary>
    public required string Confirmation { get; init; }

    /// <summary>The payment page, once there is one.</summary>
    public string? ContinueUrl { get; init; }

    /// <summary>The order, once it is placed.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>What is missing or went wrong, a sentence each.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>UTC; after it the quote no longer holds.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>One row of the totals, minor units; discounts are negative.</summary>
public sealed record TotalLine
{
    /// <summary><c>subtotal</c>, <c>fulfillment</c>, <c>tax</c>, <c>discount</c> or <c>total</c>.</summary>
    public required string Type { get; init; }
    public required long Amount { get; init; }
}

/// <summary>Who buys and where it goes.</summary>
public sealed record Buyer
{
    public string? Name { get; init; }
    public string? Email { get; init; }

    /// <summary>The whole postal address as one text of at most 500 characters.</summary>
    public string? Address { get; init; }
}

/// <summary>Answered by Orders: the checkout was left as it was, and why.</summary>
public sealed record CheckoutRefused
{
    /// <summary><c>empty_cart</c>, <c>price_changed</c>, <c>out_of_stock</c>, <c>confirmation_mismatch</c>, <c>missing_buyer</c>, <c>expired</c>, <c>already_paid</c>, <c>invalid_buyer</c>, <c>invalid_address</c>, <c>shipping_unavailable</c>, <c>coupon_unavailable</c>, <c>payment_method_unavailable</c>, <c>not_waiting</c>, <c>canceled</c>, <c>invalid_key</c> or <c>key_reused</c>.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence that says what is wrong and what to do next.</summary>
    public required string Reason { get; init; }

    /// <summary>With <c>price_changed</c> and <c>out_of_stock</c>: what has moved, line by line. After a moved price the cart carries the new one.</summary>
    public IReadOnlyList<CartNotice> Notices { get; init; } = [];
}

/// <summary>Answered by Orders: this owner has no such checkout.</summary>
public sealed record CheckoutNotFound
{
    public required Guid CheckoutId { get; init; }
}
