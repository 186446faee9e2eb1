using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Payments;

/// <summary>
/// Asks the provider with no transaction open, then stores the page and says so in one. A page that is there already is said again; for a
/// checkout that was canceled meanwhile none is stored, and its saga is told once more to stop.
/// </summary>
internal sealed class OpenPaymentPageConsumer(IServiceScopeFactory scopes, IPaymentProvider provider) : IConsumer<OpenPaymentPage>
{
    public async Task Consume(ConsumeContext<OpenPaymentPage> context)
    {
        var (command, cancellationToken) = (context.Message, context.CancellationToken);
        var opened = await OpenAsync(command, cancellationToken);
        await Collisions.RetryAsync(scopes, async (db, publish) =>
        {
            var quote = await db.Quotes.SingleAsync(x => x.CheckoutId == command.CheckoutId, cancellationToken);
            if (quote.CanceledAt is not null || opened is null)
            {
                await publish.Publish(new StopCheckout { CheckoutId = command.CheckoutId }, cancellationToken);
                return await db.SaveChangesAsync(cancellationToken);
            }
            var payment = await FindAsync(db, command.CheckoutId, cancellationToken);
            if (payment is null)
            {
                db.Add(payment = opened);
                // Paid before the provider's answer was here: the report is stored and waits for this row.
                if (await db.PaymentEvents.AnyAsync(x => x.Provider == provider.Name && x.PaymentId == payment.Reference && x.Kind == "settled", cancellationToken))
                    payment.Settle();
            }
            // So that a cancel at this very moment collides with the page, and whoever is second sees the other.
            quote.Version++;
            await publish.Publish(new PaymentPageOpened { CheckoutId = payment.CheckoutId, Url = payment.Url }, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        });
    }

    /// <returns>The page, or null where nobody wants one any more.</returns>
    private async Task<Payment?> OpenAsync(OpenPaymentPage command, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OrdersDbContext>();
            if (await db.Quotes.AnyAsync(x => x.CheckoutId == command.CheckoutId && x.CanceledAt != null, cancellationToken))
                return null;
            if (await FindAsync(db, command.CheckoutId, cancellationToken) is { } already)
                return already;
        }
        var id = Payment.NewId();
        var page = await provider.OpenPageAsync(id, command.CheckoutId, command.Amount, command.Currency, command.ExpiresAt, cancellationToken);
        return new Payment { Id = id, CheckoutId = command.CheckoutId, Amount = command.Amount, Currency = command.Currency, ExpiresAt = command.ExpiresAt, Url = page.Url, Reference = page.Reference };
    }

    private static Task<Payment?> FindAsync(OrdersDbContext db, Guid checkoutId, CancellationToken cancellationToken) =>
        db.Payments.SingleOrDefaultAsync(x => x.CheckoutId == checkoutId, cancellationToken);
}
