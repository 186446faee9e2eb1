namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga: a payment attempt was declined; the stock is still held and the page can be tried again until <see cref="ExpiresAt"/>.</summary>
public sealed record PaymentDeclined
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }
    public required string Url { get; init; }

    /// <summary>Goes up with every declined attempt, from 1.</summary>
    public required int Attempt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The other ways to pay that this shop takes, as ChoosePaymentMethod names them.</summary>
    public IReadOnlyList<string> OtherMethods { get; init; } = [];
}
