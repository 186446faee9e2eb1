namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by the admin REST: make a coupon, or let one be as given here from now on; answered with <see cref="CouponSaved"/> or <see cref="CouponRejected"/>. Repeating it changes nothing; what was taken stays counted.</summary>
public sealed record SaveCoupon
{
    /// <summary>1 to 40 letters, digits and dashes; letter case does not matter.</summary>
    public required string Code { get; init; }

    /// <summary><c>percent</c>, <c>amount</c>, <c>free_shipping</c> or <c>buy_get</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>With <c>percent</c>: 1 to 10,000 hundredths of a per cent.</summary>
    public int BasisPoints { get; init; }

    /// <summary>With <c>amount</c>: minor units of <see cref="Currency"/>, above zero.</summary>
    public long Amount { get; init; }

    /// <summary>ISO 4217; needed with an amount or a minimum.</summary>
    public string? Currency { get; init; }

    /// <summary>With <c>buy_get</c>: of so many bought, 1 to 99 …</summary>
    public int Buy { get; init; }

    /// <summary>… and so many more, 1 to 99, those are free.</summary>
    public int Get { get; init; }

    /// <summary>Minor units; 0 for none.</summary>
    public long MinimumSubtotal { get; init; }

    /// <summary>With <see cref="Categories"/> what it covers, at most 100 each; both empty for everything.</summary>
    public IReadOnlyList<string> ProductIds { get; init; } = [];

    /// <summary>See <see cref="ProductIds"/>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>From then on it can no longer be had.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How often in all; null for as often as one likes.</summary>
    public int? TotalLimit { get; init; }

    /// <summary>How often by one customer.</summary>
    public int? CustomerLimit { get; init; }

    /// <summary>Whether it goes together with others that do.</summary>
    public bool Stackable { get; init; }
}

/// <summary>Answered by Orders: the coupon is stored.</summary>
public sealed record CouponSaved
{
    /// <summary>In upper case.</summary>
    public required string Code { get; init; }

    /// <summary>Reserved and used so far.</summary>
    public required int Taken { get; init; }
}

/// <summary>Answered by Orders: nothing was stored, and all that is wrong.</summary>
public sealed record CouponRejected
{
    public required IReadOnlyList<string> Faults { get; init; }
}
