namespace EcommerceBot.Simulators.Stripe;

/// <summary>A Checkout Session as the simulator keeps it.</summary>
public sealed class SessionRecord
{
    public required string Id { get; init; }
    public required string ClientReferenceId { get; init; }
    public required string CheckoutId { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required long ExpiresAt { get; init; }
    public required string Url { get; init; }
    public string Status { get; internal set; } = "open";
    public string PaymentStatus { get; internal set; } = "unpaid";
    public string? PaymentIntent { get; internal set; }
    public long Refunded { get; internal set; }

    internal object ToJson() => new
    {
        id = Id,
        @object = "checkout.session",
        mode = "payment",
        client_reference_id = ClientReferenceId,
        metadata = new { checkout_id = CheckoutId },
        amount_total = Amount,
        amount_subtotal = Amount,
        currency = Currency,
        expires_at = ExpiresAt,
        url = Status == "open" ? Url : null,
        status = Status,
        payment_status = PaymentStatus,
        payment_intent = PaymentIntent,
        livemode = false,
    };
}
