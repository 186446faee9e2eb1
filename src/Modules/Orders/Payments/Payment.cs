using System.Buffers.Text;
using System.Security.Cryptography;

namespace EcommerceBot.Orders.Payments;

/// <summary>A payment page and what became of it. One per checkout, with one page at a time; its id stands in the page's address and cannot be guessed.</summary>
internal sealed class Payment
{
    public required string Id { get; init; }
    public required Guid CheckoutId { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public required string Url { get; set; }

    /// <summary>What the provider calls the page, where that is not <see cref="Id"/>; with a transfer, what the buyer writes on it.</summary>
    public string? Reference { get; set; }

    /// <summary>One of <see cref="PayingBy"/>.</summary>
    public string Method { get; set; } = PayingBy.Online;

    /// <summary>Which of the checkout's pages this is, from 0.</summary>
    public int Page { get; set; }
    public PaymentStatus Status { get; private set; }

    /// <summary>Declined attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>Of paying, declining and closing at once, one gets through.</summary>
    public int Version { get; private set; }

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public bool TakesMoney(DateTimeOffset now) => Status == PaymentStatus.Open && ExpiresAt > now;

    public void Settle() => Become(PaymentStatus.Settled);

    public void Refund() => Become(PaymentStatus.Refunded);

    /// <summary>A later page takes the place of this one. What is still paid on the old one is reported under its own reference.</summary>
    public void TurnTo(Payment fresh)
    {
        (ExpiresAt, Url, Reference, Method, Page) = (fresh.ExpiresAt, fresh.Url, fresh.Reference, fresh.Method, fresh.Page);
        if (Status != PaymentStatus.Settled)
            Become(PaymentStatus.Open);
    }

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
