using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StripeEvent = Stripe.Event;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>Takes what Stripe reports, by webhook or found later: the event's row and the message about it are one commit, and a repeated event has no second effect.</summary>
internal sealed partial class StripeDesk(IServiceScopeFactory scopes, TimeProvider time, ILogger<StripeDesk> logger)
{
    public async Task TakeAsync(StripeEvent stripeEvent, CancellationToken cancellationToken)
    {
        var report = StripeReport.Of(stripeEvent);
        var isNew = await Collisions.RetryAsync(scopes, async (db, publish) =>
        {
            if (await db.PaymentEvents.AnyAsync(x => x.Provider == StripeProvider.ProviderName && x.EventId == stripeEvent.Id, cancellationToken))
                return false;
            db.Add(new PaymentEvent { Provider = StripeProvider.ProviderName, EventId = stripeEvent.Id, PaymentId = report.PaymentId, Kind = report.Kind, At = time.GetUtcNow() });
            await TellAsync(db, publish, report, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        });
        if (isNew && report.Kind == "disputed")
            LogDispute(report.PaymentId);
    }

    private static async Task TellAsync(OrdersDbContext db, IPublishEndpoint publish, StripeReport report, CancellationToken cancellationToken)
    {
        if (report.CheckoutId is not { } checkoutId)
            return;
        var payment = await db.Payments.SingleOrDefaultAsync(x => x.CheckoutId == checkoutId, cancellationToken);
        switch (report.Kind)
        {
            case "settled":
                // Where our own call has not returned yet there is no row; whoever writes it finds this event.
                if (payment is { Status: PaymentStatus.Open or PaymentStatus.Closed } && payment.Reference == report.PaymentId
                    && payment.Amount == report.Amount && payment.Currency == report.Currency)
                    payment.Settle();
                await publish.Publish(
                    new PaymentSettled { CheckoutId = checkoutId, PaymentId = report.PaymentId, Amount = report.Amount, Currency = report.Currency }, cancellationToken);
                break;
            case "pending":
                await publish.Publish(new PaymentPending { CheckoutId = checkoutId }, cancellationToken);
                break;
            case "declined" when payment is not null:
                await publish.Publish(new PaymentAttemptFailed { CheckoutId = checkoutId, Attempt = payment.Decline() }, cancellationToken);
                break;
            // Both are about a page; one that another has taken the place of is nobody's any more.
            case "failed" when payment?.Reference == report.PaymentId:
                payment.Close();
                await publish.Publish(new SwitchPaymentMethod { CheckoutId = checkoutId, PaymentMethod = PayingBy.Online }, cancellationToken);
                break;
            case "expired" when payment?.Reference == report.PaymentId:
                payment.Close();
                await publish.Publish(new PaymentTimedOut { CheckoutId = checkoutId }, cancellationToken);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A payment is disputed at Stripe: {Charge}. Answer it in the dashboard before its deadline.", EventName = "PaymentDisputed")]
    private partial void LogDispute(string charge);
}
