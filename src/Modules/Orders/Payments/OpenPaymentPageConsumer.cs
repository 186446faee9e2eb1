using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Payments.Transfers;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Payments;

/// <summary>
/// Asks the provider with no transaction open, then stores the page and says so in one. A page that is there already is said again; for a
/// checkout that was canceled meanwhile none is stored, and its saga is told once more to stop.
/// </summary>
internal sealed class OpenPaymentPageConsumer(IServiceScopeFactory scopes, PageOpening opening, IPaymentProvider provider) : IConsumer<OpenPaymentPage>
{
    public async Task Consume(ConsumeContext<OpenPaymentPage> context)
    {
        var (command, cancellationToken) = (context.Message, context.CancellationToken);
        var (opened, isAway) = await OpenAsync(command, cancellationToken);
        await Collisions.RetryAsync(scopes, async (db, publish) =>
        {
            var quote = await db.Quotes.SingleAsync(x => x.CheckoutId == command.CheckoutId, cancellationToken);
            if (quote.CanceledAt is not null)
            {
                await publish.Publish(new StopCheckout { CheckoutId = command.CheckoutId }, cancellationToken);
                return await db.SaveChangesAsync(cancellationToken);
            }
            if (isAway || opened is null)
            {
                await publish.Publish(new PaymentPageDelayed { CheckoutId = command.CheckoutId, Attempt = command.Attempt }, cancellationToken);
                return await db.SaveChangesAsync(cancellationToken);
            }
            var payment = await StoreAsync(db, opened, cancellationToken);
            // So that a cancel at this very moment collides with the page, and whoever is second sees the other.
            quote.Version++;
            await publish.Publish(new PaymentPageOpened { CheckoutId = payment.CheckoutId, Url = payment.Url, Attempt = payment.Page }, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        });
    }

    private async Task<Payment> StoreAsync(OrdersDbContext db, Payment opened, CancellationToken cancellationToken)
    {
        var payment = await PageOpening.FindAsync(db, opened.CheckoutId, cancellationToken);
        if (payment?.Page >= opened.Page)
            return payment;
        if (payment is null)
            db.Add(payment = opened);
        else
            payment.TurnTo(opened);
        if (opened is { Method: PayingBy.Transfer, Reference: { } reference })
            db.Add(new TransferReference { Reference = reference, CheckoutId = opened.CheckoutId });
        // Paid before the provider's answer was here: the report is stored and waits for this row.
        if (await db.PaymentEvents.AnyAsync(x => x.Provider == provider.Name && x.PaymentId == payment.Reference && x.Kind == "settled", cancellationToken))
            payment.Settle();
        return payment;
    }

    /// <returns>The page; null where nobody wants one any more, or the provider is away.</returns>
    private async Task<(Payment? Opened, bool IsAway)> OpenAsync(OpenPaymentPage command, CancellationToken cancellationToken)
    {
        try
        {
            return (await opening.OpenAsync(command, cancellationToken), false);
        }
        catch (ProviderAwayException)
        {
            return (null, true);
        }
    }
}
