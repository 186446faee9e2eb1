using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Checkout;

/// <summary>What a shopper was shown before saying yes. It reserves nothing; its lines and total never change.</summary>
internal sealed class Quote
{
    public required Guid CheckoutId { get; init; }
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
    public required int CartVersion { get; init; }
    public required List<StoredLine> Lines { get; init; }
    public required long Total { get; init; }

    /// <summary>The rows that were shown; empty in rows from before there were any but lines.</summary>
    public List<TotalLine> Totals { get; init; } = [];
    public long IncludedTax { get; init; }
    public List<CouponOutcome> Coupons { get; init; } = [];

    /// <summary>Those that count; reserved with the yes.</summary>
    public List<string> CouponCodes { get; init; } = [];
    public List<ShippingChoice> ShippingChoices { get; init; } = [];
    public string? ShippingMethodId { get; init; }
    public PostalAddress? ShipTo { get; init; }
    public required string Currency { get; init; }
    public string? BuyerName { get; init; }
    public string? BuyerEmail { get; init; }
    public string? BuyerAddress { get; init; }

    /// <summary>As it stood in the cart.</summary>
    public string? Note { get; init; }

    /// <summary>Hash over all of the above, see <see cref="Checkout.Confirmation"/>.</summary>
    public required string Confirmation { get; set; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the shopper said yes; from then on the saga knows how it stands.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
    public DateTimeOffset? CanceledAt { get; set; }

    /// <summary>Lets one of two answers at once through.</summary>
    public int Version { get; set; }

    public IReadOnlyList<TotalLine> Rows() => Totals.Count > 0 ? Totals : CartTotals.Rows(Lines);

    /// <summary>What is still missing before it can be completed, a sentence each.</summary>
    public IReadOnlyList<string> Missing() =>
    [
        .. string.IsNullOrWhiteSpace(BuyerName) ? ["The buyer's name is missing."] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(BuyerAddress) ? ["The delivery address is missing."] : Array.Empty<string>(),
    ];
}
