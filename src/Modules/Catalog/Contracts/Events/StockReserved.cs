namespace EcommerceBot.Catalog.Contracts.Events;

/// <summary>Published by Catalog: every line of the checkout is held until <see cref="ExpiresAt"/>.</summary>
public sealed record StockReserved
{
    public required Guid CheckoutId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
