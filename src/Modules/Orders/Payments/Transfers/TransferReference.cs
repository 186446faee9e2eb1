namespace EcommerceBot.Orders.Payments.Transfers;

/// <summary>What a buyer was asked to write on a transfer, kept for good: money may arrive long after another way to pay was chosen.</summary>
internal sealed class TransferReference
{
    public required string Reference { get; init; }
    public required Guid CheckoutId { get; init; }
}
