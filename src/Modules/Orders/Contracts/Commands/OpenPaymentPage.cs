namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by the checkout saga once the stock is held: have the payment provider open a page; answered by PaymentPageOpened, or by PaymentPageDelayed while the provider is away. Repeating it gives the same page.</summary>
public sealed record OpenPaymentPage
{
    public required Guid CheckoutId { get; init; }

    /// <summary>What the page charges, minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>UTC; the page takes no payment after it.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>As in CompleteCheckout; never cash.</summary>
    public string PaymentMethod { get; init; } = "online";

    /// <summary>Goes up when a fresh page is to take the place of the one before; the same attempt gives the same page.</summary>
    public int Attempt { get; init; }
}
