namespace EcommerceBot.Orders.Payments;

/// <summary>Something a provider reported, once: the pair of provider and event id is unique and kept for good, so a repeated report has no second effect.</summary>
internal sealed class PaymentEvent
{
    public required string Provider { get; init; }
    public required string EventId { get; init; }
    public required string PaymentId { get; init; }

    /// <summary><c>settled</c>, <c>pending</c>, <c>declined</c>, <c>failed</c>, <c>expired</c>, <c>canceled</c>, <c>refunded</c>, <c>disputed</c> or <c>ignored</c>.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
}
