namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders when an order has become another after it was placed; the change is stored, and GetOrder shows it.</summary>
public sealed record OrderChanged
{
    public required string OrderNumber { get; init; }
    public required string OwnerId { get; init; }

    /// <summary><c>cancelled</c>, <c>address_changed</c>, <c>items_changed</c>, <c>payment_changed</c>, <c>return_requested</c>, <c>exchange_requested</c>, <c>exchanged</c>, <c>processing</c>, <c>completed</c>, <c>shipped</c>, <c>delivered</c>, <c>paid</c> (on delivery), <c>refunded</c> or <c>noted</c> (which no customer need be told).</summary>
    public required string Change { get; init; }

    /// <summary>The order's status after it.</summary>
    public required string Status { get; init; }
    public required DateTimeOffset At { get; init; }
}
