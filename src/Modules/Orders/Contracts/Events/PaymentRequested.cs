namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga: the stock is held and the payment page is open until <see cref="ExpiresAt"/>.</summary>
public sealed record PaymentRequested
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>Absolute URL of the hosted payment page, or with a bank transfer of the page that says where to.</summary>
    public required string Url { get; init; }

    /// <summary><c>online</c> or <c>bank_transfer</c>.</summary>
    public string PaymentMethod { get; init; } = "online";

    /// <summary>Minor units.</summary>
    public required long Total { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
