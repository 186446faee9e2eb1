using Stripe;
using Stripe.Checkout;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>What one of Stripe's events means here.</summary>
/// <param name="Kind">One of <see cref="PaymentEvent.Kind"/>.</param>
/// <param name="PaymentId">The session, which is the payment's id here; else whatever the event is about.</param>
/// <param name="CheckoutId">Null where it is not about one of our checkouts.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="Currency">ISO 4217.</param>
internal sealed record StripeReport(string Kind, string PaymentId, Guid? CheckoutId, long Amount, string Currency)
{
    public static StripeReport Of(Event stripeEvent)
    {
        if (stripeEvent.Data?.Object is PaymentIntent intent && stripeEvent.Type == EventTypes.PaymentIntentPaymentFailed)
            return new("declined", intent.Id, Guid.TryParse(intent.Metadata?.GetValueOrDefault("checkout_id"), out var declined) ? declined : null, 0, "");
        if (stripeEvent.Data?.Object is not Session session)
            return new(KindOf(stripeEvent.Type), (stripeEvent.Data?.Object as IHasId)?.Id ?? stripeEvent.Id, null, 0, "");
        var currency = (session.Currency ?? "").ToUpperInvariant();
        return new(
            KindOf(stripeEvent.Type, session.PaymentStatus), session.Id, Guid.TryParse(session.ClientReferenceId, out var checkoutId) ? checkoutId : null,
            StripeAmount.From(session.AmountTotal ?? 0, currency), currency);
    }

    /// <summary>A page can be finished and still unpaid: a bank transfer takes its time, and only its own event settles it.</summary>
    private static string KindOf(string type, string paymentStatus) => type switch
    {
        EventTypes.CheckoutSessionCompleted when paymentStatus == "unpaid" => "pending",
        EventTypes.CheckoutSessionCompleted or EventTypes.CheckoutSessionAsyncPaymentSucceeded => "settled",
        EventTypes.CheckoutSessionAsyncPaymentFailed => "failed",
        EventTypes.CheckoutSessionExpired => "expired",
        _ => "ignored",
    };

    private static string KindOf(string type) =>
        type == EventTypes.ChargeRefunded ? "refunded" : type.StartsWith("charge.dispute.", StringComparison.Ordinal) ? "disputed" : "ignored";
}
