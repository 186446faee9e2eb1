namespace EcommerceBot.Catalog.Contracts.Commands;

/// <summary>Sent by the checkout saga when a checkout ends without an order: give back what it held. Repeating it, or releasing nothing, has no effect.</summary>
public sealed record ReleaseStock
{
    public required Guid CheckoutId { get; init; }
}
