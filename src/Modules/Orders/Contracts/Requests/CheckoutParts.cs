namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>What became of one coupon code.</summary>
public sealed record CouponOutcome
{
    /// <summary>In upper case.</summary>
    public required string Code { get; init; }

    /// <summary>What it takes off, minor units; with free delivery, what delivery would have cost.</summary>
    public required long Amount { get; init; }

    /// <summary>Null where it counts; else <c>unknown_coupon</c>, <c>not_started</c>, <c>ended</c>, <c>minimum_not_met</c>, <c>not_applicable</c>, <c>other_currency</c>, <c>used_up</c>, <c>used_by_customer</c> or <c>not_combinable</c>.</summary>
    public string? Refusal { get; init; }

    /// <summary>With a refusal: a sentence that says why.</summary>
    public string? Reason { get; init; }
}

/// <summary>A way of delivery that can be chosen.</summary>
public sealed record ShippingChoice
{
    public required string ShippingMethodId { get; init; }
    public required string Title { get; init; }

    /// <summary>Minor units, before any coupon.</summary>
    public required long Price { get; init; }

    /// <summary>Days until delivery, at the least.</summary>
    public required int MinDays { get; init; }

    /// <summary>Days until delivery, at the most.</summary>
    public required int MaxDays { get; init; }
}
