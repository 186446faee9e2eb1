using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Payments.Transfers;

/// <summary>Takes what the bank's statement says as any provider's report: its row and the message about it are one commit.</summary>
internal sealed class ConfirmTransferConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<ConfirmTransfer>
{
    public async Task Consume(ConsumeContext<ConfirmTransfer> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        var reference = request.Reference.Trim().ToUpperInvariant();
        if (Fault(request) is { } fault)
        {
            await context.RespondAsync(new TransferRejected { Reason = fault });
            return;
        }
        // One that was asked for before the shopper paid otherwise may still arrive; its reference has been kept then.
        var checkoutId = await db.TransferReferences.Where(x => x.Reference == reference).Select(x => (Guid?)x.CheckoutId).SingleOrDefaultAsync(cancellationToken);
        if (checkoutId is not { } id)
        {
            await context.RespondAsync(new TransferNotFound { Reference = request.Reference });
            return;
        }
        await TakeAsync(context, request, reference, id, cancellationToken);
        await context.RespondAsync(new TransferConfirmed { CheckoutId = id });
    }

    private async Task TakeAsync(ConsumeContext context, ConfirmTransfer request, string reference, Guid checkoutId, CancellationToken cancellationToken)
    {
        var paymentId = PayingBy.TransferOf(reference, request.BankEntry.Trim());
        if (await db.PaymentEvents.AnyAsync(x => x.Provider == PayingBy.Transfer && x.EventId == paymentId, cancellationToken))
            return;
        db.Add(new PaymentEvent { Provider = PayingBy.Transfer, EventId = paymentId, PaymentId = paymentId, Kind = "settled", At = time.GetUtcNow() });
        var payment = await db.Payments.SingleOrDefaultAsync(x => x.CheckoutId == checkoutId && x.Reference == reference, cancellationToken);
        if (payment is { Status: PaymentStatus.Open or PaymentStatus.Closed } && payment.Amount == request.Amount && payment.Currency == request.Currency)
            payment.Settle();
        await context.Publish(new PaymentSettled { CheckoutId = checkoutId, PaymentId = paymentId, Amount = request.Amount, Currency = request.Currency }, cancellationToken);
    }

    private static string? Fault(ConfirmTransfer request) =>
        request.Amount <= 0 ? "amount should be above zero, in minor units."
        : request.Currency.Length != 3 || !request.Currency.All(char.IsAsciiLetterUpper) ? "currency should be an ISO 4217 code such as EUR."
        : request.BankEntry.Trim().Length is 0 or > 80 || request.BankEntry.Any(char.IsControl) ? "bankEntry should have 1 to 80 characters: the bank's own number of this entry."
        : null;
}
