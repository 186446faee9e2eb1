using System.Security.Cryptography;

namespace EcommerceBot.Orders.Payments;

/// <summary>The ways to pay, as messages name them, and the ids of money that no provider holds.</summary>
internal static class PayingBy
{
    public const string Online = "online";
    public const string Cash = "cash_on_delivery";
    public const string Transfer = "bank_transfer";

    private const string CashPrefix = "cash:";
    private const string TransferPrefix = "transfer:";
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string CashOf(Guid checkoutId) => $"{CashPrefix}{checkoutId:N}";

    /// <summary>Each entry of the bank is a payment of its own, so that a second transfer is seen as one.</summary>
    public static string TransferOf(string reference, string bankEntry) => $"{TransferPrefix}{reference}:{bankEntry}";

    /// <summary>For a buyer to copy: short, and with no letter that looks like a figure.</summary>
    public static string NewReference() => $"TR-{RandomNumberGenerator.GetString(Letters, 8)}";

    /// <summary>Whether it goes back by a person's hand.</summary>
    public static bool IsByHand(string paymentId) => paymentId.StartsWith(CashPrefix, StringComparison.Ordinal) || paymentId.StartsWith(TransferPrefix, StringComparison.Ordinal);

    public static bool IsCash(string paymentId) => paymentId.StartsWith(CashPrefix, StringComparison.Ordinal);
}
