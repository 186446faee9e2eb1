namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>
/// Asked by the shop's own people to sell a variant no more; orders keep what they have of it. Refused ("taken") while it is promised to a
/// checkout or is the product's last; answered with <see cref="ProductSaved"/> and what is left, <see cref="ProductRejected"/> or <see cref="ProductNotFound"/>.
/// </summary>
public sealed record WithdrawVariant
{
    public required string ProductId { get; init; }
    public required string Sku { get; init; }

    /// <summary>Who asks, for the audit.</summary>
    public required string By { get; init; }
}
