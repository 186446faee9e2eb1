using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Payments.Cases;

/// <summary>A wrong payment goes back the way it came; a refund that was made by hand is told as any other.</summary>
internal sealed class SettlePaymentCaseConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<SettlePaymentCase>
{
    public async Task Consume(ConsumeContext<SettlePaymentCase> context)
    {
        var (id, cancellationToken) = (context.Message.CaseId, context.CancellationToken);
        if (await db.PaymentCases.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } found)
        {
            await context.RespondAsync(new PaymentCaseNotFound { CaseId = id });
            return;
        }
        if (found.SettledAt is null)
        {
            found.SettledAt = time.GetUtcNow();
            found.Version++;
            await ActAsync(context, found, cancellationToken);
        }
        await context.RespondAsync(new PaymentCaseSettled { CaseId = id });
    }

    private static Task ActAsync(ConsumeContext context, PaymentCase found, CancellationToken cancellationToken) => found.Kind == PaymentCase.WrongAmount
        ? context.SendCommandAsync(
            new RefundPayment { CheckoutId = found.CheckoutId, PaymentId = found.PaymentId, Amount = found.Amount, Currency = found.Currency, RefundId = $"case-{found.Id:N}"[..29] }, cancellationToken)
        : context.Publish(
            new PaymentRefunded { CheckoutId = found.CheckoutId, PaymentId = found.PaymentId, Amount = found.Amount, Currency = found.Currency, RefundId = found.RefundId }, cancellationToken);
}
