using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Pricing;

/// <summary>What a basket costs. Amounts are minor units and none is below zero.</summary>
internal sealed record Priced
{
    public required long Subtotal { get; init; }
    public required long Discount { get; init; }

    /// <summary>Null where no way of delivery is chosen.</summary>
    public required long? Shipping { get; init; }

    /// <summary>On top of the prices.</summary>
    public required long Tax { get; init; }

    /// <summary>In the prices already, for the receipt; adds nothing.</summary>
    public required long IncludedTax { get; init; }

    /// <summary>For each line of the basket, in its order, what coupons took off it and what tax comes on top; the rest of <see cref="Tax"/> is for delivery.</summary>
    public required IReadOnlyList<(long Discount, long Tax)> Shares { get; init; }

    /// <summary>What each coupon took off, by code.</summary>
    public required IReadOnlyDictionary<string, long> ByCode { get; init; }
    public long Total => checked(Subtotal - Discount + (Shipping ?? 0) + Tax);

    /// <summary>The rows that are shown: all but <c>total</c> add up to it.</summary>
    public List<TotalLine> Rows() =>
    [
        new TotalLine { Type = "subtotal", Amount = Subtotal },
        .. Discount == 0 ? [] : new[] { new TotalLine { Type = "discount", Amount = -Discount } },
        .. Shipping is { } shipping ? [new TotalLine { Type = "fulfillment", Amount = shipping }] : Array.Empty<TotalLine>(),
        .. Tax == 0 ? [] : new[] { new TotalLine { Type = "tax", Amount = Tax } },
        new TotalLine { Type = "total", Amount = Total },
    ];
}
