using EcommerceBot.Orders.Pricing;

namespace EcommerceBot.Orders.Promotions;

/// <summary>A code that makes a purchase cheaper, and its limits.</summary>
internal sealed class Coupon
{
    /// <summary>Upper case; buyers may type it any way.</summary>
    public required string Code { get; init; }
    public DiscountKind Kind { get; set; }
    public int BasisPoints { get; set; }
    public long Amount { get; set; }

    /// <summary>Of <see cref="Amount"/> and <see cref="MinimumSubtotal"/>; null where neither is set.</summary>
    public string? Currency { get; set; }
    public int Buy { get; set; }
    public int Get { get; set; }

    /// <summary>Minor units; 0 for none.</summary>
    public long MinimumSubtotal { get; set; }

    /// <summary>Replaced whole; with <see cref="Categories"/> empty too, everything is covered.</summary>
    public List<string> ProductIds { get; set; } = [];
    public List<string> Categories { get; set; } = [];
    public DateTimeOffset? StartsAt { get; set; }
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>How often it can be had in all; null for as often as one likes.</summary>
    public int? TotalLimit { get; set; }
    public int? CustomerLimit { get; set; }

    /// <summary>Whether it goes together with others that do.</summary>
    public bool Stackable { get; set; }

    /// <summary>Reserved and used.</summary>
    public int Taken { get; set; }

    /// <summary>Of two buyers of the last one, one is told that it is gone.</summary>
    public int Version { get; set; }

    public Discount ToDiscount() => new(Code, Kind, ProductIds, Categories) { BasisPoints = BasisPoints, Amount = Amount, Buy = Buy, Get = Get };

    public static string Normalize(string typed) => typed.Trim().ToUpperInvariant();
}

/// <summary>A coupon held by a checkout: reserved with the yes, used once there is an order, gone again when there is none.</summary>
internal sealed class CouponUse
{
    public required string Code { get; init; }
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }
    public bool IsUsed { get; set; }
    public required DateTimeOffset At { get; init; }
}
