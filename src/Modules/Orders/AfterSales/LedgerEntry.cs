using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>One movement of money for an order. Entries are added and settled, never changed or removed.</summary>
internal sealed class LedgerEntry
{
    public const string PaymentKind = "payment";
    public const string RefundKind = "refund";

    public required string OrderNumber { get; init; }

    /// <summary>From 1, in the order in which things happened.</summary>
    public required int Sequence { get; init; }
    public required string Kind { get; init; }

    /// <summary>Minor units of the order's currency, above zero.</summary>
    public required long Amount { get; init; }

    /// <summary>A payment method of the customer's, or the provider's payment.</summary>
    public required string MethodId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null while a bank or provider takes its time.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public OrderPayment ToContract() => new() { Kind = Kind, Amount = Amount, PaymentMethodId = MethodId, At = At, SettledAt = SettledAt };
}
