using System.Buffers.Text;
using System.Security.Cryptography;

namespace EcommerceBot.Orders.Payments;

/// <summary>A payment page and what became of it. One per checkout; its id stands in the page's address and cannot be guessed.</summary>
internal sealed class Payment
{
    public required string Id { get; init; }
    public required Guid CheckoutId { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required string Url { get; init; }

    /// <summary>What the provider calls the page, where that is not <see cref="Id"/>.</summary>
    public string? Reference { get; init; }
    public PaymentStatus Status { get; private set; }

    /// <summary>Declined attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>Of paying, declining and closing at once, one gets through.</summary>
    public int Version { get; private set; }

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public bool TakesMoney(DateTimeOffset now) => Status == PaymentStatus.Open && ExpiresAt > now;

    public void Settle() => Become(PaymentStatus.Settled);

    public void Refund() => Become(PaymentStatus.Refunded);

    public void Close()
    {
        if (Status == PaymentStatus.Open)
            Become(PaymentStatus.Closed);
    }

    public int Decline()
    {
        Version++;
        return ++Attempts;
    }

    private void Become(PaymentStatus status)
    {
        Status = status;
        Version++;
    }
}

internal enum PaymentStatus
{
    Open,
    Settled,
    Closed,
    Refunded,
}
