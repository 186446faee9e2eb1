namespace EcommerceBot.Catalog.Contracts.Commands;

/// <summary>Sent by the checkout saga once the money is there: turn the reservation into sold pieces; answered by StockCommitted, or StockRejected when the reservation had expired.</summary>
public sealed record CommitStock
{
    public required Guid CheckoutId { get; init; }
}
