using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Idempotency;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Payments;

/// <summary>Gives a payment back at the provider, then writes it down and says so in one transaction.</summary>
internal sealed class RefundPaymentConsumer(IServiceScopeFactory scopes, IPaymentProvider provider, TimeProvider time) : IConsumer<RefundPayment>
{
    public async Task Consume(ConsumeContext<RefundPayment> context)
    {
        var (command, cancellationToken) = (context.Message, context.CancellationToken);
        await provider.RefundAsync(command.PaymentId, cancellationToken);
        await Collisions.RetryAsync(scopes, async (db, publish) =>
        {
            var payment = await db.Payments.SingleAsync(x => x.Id == command.PaymentId, cancellationToken);
            if (payment.Status != PaymentStatus.Refunded)
            {
                payment.Refund();
                db.Add(new PaymentEvent { Provider = provider.Name, EventId = $"refund-{payment.Id}", PaymentId = payment.Id, Kind = "refunded", At = time.GetUtcNow() });
            }
            await publish.Publish(
                new PaymentRefunded { CheckoutId = command.CheckoutId, PaymentId = payment.Id, Amount = payment.Amount, Currency = payment.Currency }, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        });
    }
}
