namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by the shop's own people to sell a variant no more; answers <see cref="ProductSaved"/> with what is left, <see cref="ProductRejected"/> ("taken") while it is promised to a checkout or is the product's last, or <see cref="ProductNotFound"/>. Orders keep what they have of it.</summary>
public sealed record WithdrawVariant
{
    public required string ProductId { get; init; }
    public required string Sku { get; init; }

    /// <summary>Who asks, for the audit.</summary>
    public required string By { get; init; }
}
