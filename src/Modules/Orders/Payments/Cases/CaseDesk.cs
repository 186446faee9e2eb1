using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Orders.Payments.Cases;

/// <summary>Opens cases, each once, and calls the operator.</summary>
internal sealed partial class CaseDesk(IServiceScopeFactory scopes, TimeProvider time, ILogger<CaseDesk> logger)
{
    /// <summary>Money that no provider can give back.</summary>
    public async Task AskForRefundAsync(RefundPayment command, CancellationToken cancellationToken) =>
        await Collisions.RetryAsync(scopes, async (db, _) =>
        {
            await OpenAsync(db, Of(PaymentCase.RefundByHand, command.CheckoutId, command.PaymentId, command.Amount, command.Currency, command.RefundId), cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        });

    /// <summary>In the caller's transaction.</summary>
    public Task ParkAsync(OrdersDbContext db, Guid checkoutId, string paymentId, long amount, string currency, CancellationToken cancellationToken) =>
        OpenAsync(db, Of(PaymentCase.WrongAmount, checkoutId, paymentId, amount, currency, null), cancellationToken);

    private PaymentCase Of(string kind, Guid checkoutId, string paymentId, long amount, string currency, string? refundId) => new()
    {
        Id = PaymentCase.IdOf(kind, paymentId, refundId, amount, currency),
        Kind = kind,
        CheckoutId = checkoutId,
        PaymentId = paymentId,
        Amount = amount,
        Currency = currency,
        RefundId = refundId,
        At = time.GetUtcNow(),
    };

    private async Task OpenAsync(OrdersDbContext db, PaymentCase found, CancellationToken cancellationToken)
    {
        if (await db.PaymentCases.AnyAsync(x => x.Id == found.Id, cancellationToken))
            return;
        db.Add(found);
        LogCase(found.Kind, found.Id, found.CheckoutId);
    }

    [LoggerMessage(1, LogLevel.Critical, "A payment needs a person ({Kind}, case {CaseId}, checkout {CheckoutId}): look at GET /api/orders/payment-cases and settle it there.", EventName = "PaymentNeedsOperator")]
    private partial void LogCase(string kind, Guid caseId, Guid checkoutId);
}
