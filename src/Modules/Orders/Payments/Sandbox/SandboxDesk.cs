using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Payments.Sandbox;

/// <summary>Takes what the shopper pressed on the sandbox page: the payment's new state, its event row and the message about it are one commit.</summary>
internal sealed class SandboxDesk(OrdersDbContext db, IPublishEndpoint publish, TimeProvider time)
{
    /// <returns>The payment as it then stands; pressing twice, or after the page has closed, changes nothing.</returns>
    public async Task<Payment> PressAsync(Payment payment, string outcome, CancellationToken cancellationToken)
    {
        if (payment.Method != PayingBy.Online || !payment.TakesMoney(time.GetUtcNow()))
            return payment;
        try
        {
            await (outcome switch
            {
                "pay" => PayAsync(payment, cancellationToken),
                "decline" => DeclineAsync(payment, cancellationToken),
                _ => CancelAsync(payment, cancellationToken),
            });
            await db.SaveChangesAsync(cancellationToken);
            return payment;
        }
        catch (DbUpdateException exception) when (Collisions.IsRace(exception))
        {
            // Pressed twice at once, or cancelled in the chat meanwhile: whoever came first has decided.
            db.ChangeTracker.Clear();
            return await db.Payments.AsNoTracking().SingleAsync(x => x.Id == payment.Id, cancellationToken);
        }
    }

    private Task PayAsync(Payment payment, CancellationToken cancellationToken)
    {
        payment.Settle();
        Record(payment, "settled", $"pay-{payment.Id}");
        return publish.Publish(new PaymentSettled { CheckoutId = payment.CheckoutId, PaymentId = payment.Id, Amount = payment.Amount, Currency = payment.Currency }, cancellationToken);
    }

    private Task DeclineAsync(Payment payment, CancellationToken cancellationToken)
    {
        var attempt = payment.Decline();
        Record(payment, "declined", $"decline-{payment.Id}-{attempt}");
        return publish.Publish(new PaymentAttemptFailed { CheckoutId = payment.CheckoutId, Attempt = attempt }, cancellationToken);
    }

    private async Task CancelAsync(Payment payment, CancellationToken cancellationToken)
    {
        payment.Close();
        // As a cancel in the chat does, so that everybody who looks sees it at once.
        var quote = await db.Quotes.SingleAsync(x => x.CheckoutId == payment.CheckoutId, cancellationToken);
        quote.CanceledAt ??= time.GetUtcNow();
        quote.Version++;
        Record(payment, "canceled", $"cancel-{payment.Id}");
        await publish.Publish(new StopCheckout { CheckoutId = payment.CheckoutId }, cancellationToken);
    }

    private void Record(Payment payment, string kind, string eventId) =>
        db.Add(new PaymentEvent { Provider = SandboxProvider.ProviderName, EventId = eventId, PaymentId = payment.Id, Kind = kind, At = time.GetUtcNow() });
}
