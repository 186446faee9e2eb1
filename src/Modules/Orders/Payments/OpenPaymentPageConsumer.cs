using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Payments;

/// <summary>Asks the provider with no transaction open, then stores the page and says so in one. A page that is there already is said again.</summary>
internal sealed class OpenPaymentPageConsumer(IServiceScopeFactory scopes, IPaymentProvider provider) : IConsumer<OpenPaymentPage>
{
    public async Task Consume(ConsumeContext<OpenPaymentPage> context)
    {
        var opened = await OpenAsync(context.Message, context.CancellationToken);
        await Collisions.RetryAsync(scopes, async (db, publish) =>
        {
            var payment = await FindAsync(db, context.Message.CheckoutId, context.CancellationToken);
            if (payment is null)
                db.Add(payment = opened);
            await publish.Publish(new PaymentPageOpened { CheckoutId = payment.CheckoutId, Url = payment.Url }, context.CancellationToken);
            return await db.SaveChangesAsync(context.CancellationToken);
        });
    }

    private async Task<Payment> OpenAsync(OpenPaymentPage command, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            if (await FindAsync(scope.ServiceProvider.GetRequiredService<OrdersDbContext>(), command.CheckoutId, cancellationToken) is { } already)
                return already;
        }
        var id = Payment.NewId();
        var url = await provider.OpenPageAsync(id, command.CheckoutId, command.Amount, command.Currency, command.ExpiresAt, cancellationToken);
        return new Payment { Id = id, CheckoutId = command.CheckoutId, Amount = command.Amount, Currency = command.Currency, ExpiresAt = command.ExpiresAt, Url = url };
    }

    private static Task<Payment?> FindAsync(OrdersDbContext db, Guid checkoutId, CancellationToken cancellationToken) =>
        db.Payments.SingleOrDefaultAsync(x => x.CheckoutId == checkoutId, cancellationToken);
}
