using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Payments.Cases;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Payments;

/// <summary>Gives a payment back at the provider, then writes it down and says so in one transaction. While the provider is away it is tried for as long as that takes.</summary>
internal sealed class RefundPaymentConsumer(IServiceScopeFactory scopes, IPaymentProvider provider, IOptions<Checkout.CheckoutOptions> options, TimeProvider time, CaseDesk cases) : IConsumer<RefundPayment>
{
    public async Task Consume(ConsumeContext<RefundPayment> context)
    {
        var (command, cancellationToken) = (context.Message, context.CancellationToken);
        if (PayingBy.IsByHand(command.PaymentId))
        {
            await cases.AskForRefundAsync(command, cancellationToken);
            return;
        }
        var eventId = command.RefundId is null ? $"refund-{command.PaymentId}" : $"refund-{command.PaymentId}-{command.RefundId}";
        try
        {
            await provider.RefundAsync(command.PaymentId, command.Amount, command.Currency, eventId, cancellationToken);
        }
        catch (ProviderAwayException)
        {
            await context.ScheduleSend(context.ReceiveContext.InputAddress, options.Value.ProviderRetry, command, cancellationToken);
            return;
        }
        await Collisions.RetryAsync(scopes, async (db, publish) =>
        {
            if (!await db.PaymentEvents.AnyAsync(x => x.Provider == provider.Name && x.EventId == eventId, cancellationToken))
            {
                db.Add(new PaymentEvent { Provider = provider.Name, EventId = eventId, PaymentId = command.PaymentId, Kind = "refunded", At = time.GetUtcNow() });
                // A payment made beside the page, such as a second one, has no row here and goes back all the same.
                var payment = await db.Payments.SingleOrDefaultAsync(x => x.Id == command.PaymentId || x.Reference == command.PaymentId, cancellationToken);
                if (payment is not null && command.Amount >= payment.Amount)
                    payment.Refund();
            }
            await publish.Publish(
                new PaymentRefunded { CheckoutId = command.CheckoutId, PaymentId = command.PaymentId, Amount = command.Amount, Currency = command.Currency, RefundId = command.RefundId }, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        });
    }
}
