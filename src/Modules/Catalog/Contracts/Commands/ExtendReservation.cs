namespace EcommerceBot.Catalog.Contracts.Commands;

/// <summary>Sent by the checkout saga while the payment page is open: hold the reservation longer. Without effect on one that is gone.</summary>
public sealed record ExtendReservation
{
    public required Guid CheckoutId { get; init; }

    /// <summary>New expiry, UTC; an earlier one than the present is ignored.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
