namespace EcommerceBot.Catalog.Stock;

/// <summary>What one checkout holds. The row stays when it ends, so that a late command finds out how.</summary>
internal sealed class Reservation
{
    public required Guid CheckoutId { get; init; }
    public required ReservationStatus Status { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public List<ReservedLine> Lines { get; } = [];
}

/// <summary>So many pieces of one SKU, held by one checkout.</summary>
internal sealed class ReservedLine
{
    public required Guid CheckoutId { get; init; }
    public required string Sku { get; init; }
    public required int Quantity { get; init; }
}

/// <summary>Only <see cref="Held"/> may change, and only by an update that still finds it held: so commit, release and expiry cannot both win.</summary>
internal enum ReservationStatus
{
    Held,
    Committed,
    Released,
    Expired,
}
