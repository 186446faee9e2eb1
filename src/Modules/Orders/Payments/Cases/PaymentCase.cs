using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Orders.Payments.Cases;

/// <summary>Money about which only a person can decide or act.</summary>
internal sealed class PaymentCase
{
    /// <summary>Came in another amount or currency than was asked, and goes back when the case is settled.</summary>
    public const string WrongAmount = "wrong_amount";

    /// <summary>Has to go back by bank or by hand, and has gone back when the case is settled.</summary>
    public const string RefundByHand = "refund_by_hand";

    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required Guid CheckoutId { get; init; }
    public required string PaymentId { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public string? RefundId { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Of two who settle it at once, one does.</summary>
    public int Version { get; set; }

    /// <summary>The same matter has the same id, however often it comes up.</summary>
    public static Guid IdOf(string kind, string paymentId, string? refundId, long amount, string currency) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{paymentId}\n{refundId}\n{amount}\n{currency}")).AsSpan(0, 16));
}
