namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga: money came in another amount or currency than was asked. Nothing is placed for it, and it stays where it is until an operator decides.</summary>
public sealed record PaymentParked
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }
    public required string PaymentId { get; init; }

    /// <summary>What came, minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>What was asked, minor units of <see cref="ExpectedCurrency"/>.</summary>
    public required long ExpectedAmount { get; init; }
    public required string ExpectedCurrency { get; init; }
}
