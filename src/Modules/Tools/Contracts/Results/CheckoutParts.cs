namespace EcommerceBot.Tools.Contracts.Results;

/// <summary>One thing about a line of a cart that is not as it was shown.</summary>
public sealed record CartNews
{
    /// <summary><c>price_changed</c>, <c>sold_out</c>, <c>fewer_left</c>, <c>other_currency</c>, and after a merge <c>not_taken_over</c> or <c>partly_taken_over</c>.</summary>
    public required string Kind { get; init; }
    public required string Sku { get; init; }
    public required string Title { get; init; }

    /// <summary>With <c>price_changed</c>: for one piece.</summary>
    public Price? OldPrice { get; init; }

    /// <summary>With <c>price_changed</c>: for one piece.</summary>
    public Price? NewPrice { get; init; }

    /// <summary>With <c>fewer_left</c>: pieces that can be had; with <c>partly_taken_over</c>: pieces that were.</summary>
    public int? Pieces { get; init; }
}

/// <summary>What became of one coupon code.</summary>
public sealed record CouponResult
{
    public required string Code { get; init; }

    /// <summary>What it takes off.</summary>
    public required Price Amount { get; init; }

    /// <summary>A stable word where it does not count, such as <c>minimum_not_met</c>.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why it does not count.</summary>
    public string? Reason { get; init; }
}

/// <summary>A way of delivery that can be chosen.</summary>
public sealed record ShippingMethod
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required Price Price { get; init; }

    /// <summary>Days until delivery, at the least.</summary>
    public required int MinDays { get; init; }

    /// <summary>Days until delivery, at the most.</summary>
    public required int MaxDays { get; init; }
}
