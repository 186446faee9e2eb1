using EcommerceBot.Orders.Cart;

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
    public required string Currency { get; init; }
    public string? BuyerName { get; init; }
    public string? BuyerEmail { get; init; }
    public string? BuyerAddress { get; init; }

    /// <summary>Hash over all of the above, see <see cref="Checkout.Confirmation"/>.</summary>
    public required string Confirmation { get; set; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the shopper said yes; from then on the saga knows how it stands.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
    public DateTimeOffset? CanceledAt { get; set; }

    /// <summary>Lets one of two answers at once through.</summary>
    public int Version { get; set; }

    /// <summary>What is still missing before it can be completed, a sentence each.</summary>
    public IReadOnlyList<string> Missing() =>
    [
        .. string.IsNullOrWhiteSpace(BuyerName) ? ["The buyer's name is missing."] : Array.Empty<string>(),
        .. string.IsNullOrWhiteSpace(BuyerAddress) ? ["The delivery address is missing."] : Array.Empty<string>(),
    ];
}
