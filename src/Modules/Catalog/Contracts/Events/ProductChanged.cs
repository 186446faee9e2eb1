namespace EcommerceBot.Catalog.Contracts.Events;

/// <summary>Published by Catalog after an import or edit changed a product's texts, variants, prices or status.</summary>
public sealed record ProductChanged
{
    public required string ProductId { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}
