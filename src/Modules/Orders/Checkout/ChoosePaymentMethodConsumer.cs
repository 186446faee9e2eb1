using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>The shopper pays otherwise. The page before closes in the same transaction; should it be paid at this very moment, one of the two goes back.</summary>
internal sealed class ChoosePaymentMethodConsumer(OrdersDbContext db, CheckoutQuery checkouts, IOptions<PaymentOptions> options, TimeProvider time) : IConsumer<ChoosePaymentMethod>
{
    private static readonly string[] Waiting = [nameof(CheckoutStateMachine.AwaitingPayment), nameof(CheckoutStateMachine.AwaitingProvider)];

    public async Task Consume(ConsumeContext<ChoosePaymentMethod> context)
    {
        var (request, cancellationToken) = (context.Message, context.CancellationToken);
        if (await checkouts.QuoteAsync(request.CheckoutId, request.OwnerId, cancellationToken) is not { } quote)
        {
            await context.RespondAsync(new CheckoutNotFound { CheckoutId = request.CheckoutId });
            return;
        }
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(ChoosePaymentMethod), request.CheckoutId, request.PaymentMethod);
        var earlier = call.Fault is null ? await call.FindOutcomeAsync(db, cancellationToken) : null;
        var refusal = await RefuseAsync(request, call, earlier, cancellationToken);
        if (refusal is not null)
        {
            await context.RespondAsync(refusal);
            return;
        }
        if (earlier is null)
        {
            await CloseAsync(request, cancellationToken);
            await context.Publish(new SwitchPaymentMethod { CheckoutId = request.CheckoutId, PaymentMethod = request.PaymentMethod }, cancellationToken);
        }
        var details = (await checkouts.DetailsAsync(quote, cancellationToken)) with { Status = "complete_in_progress", ContinueUrl = null };
        if (earlier is null)
            call.Keep(db, details, time.GetUtcNow());
        await context.RespondAsync(details);
    }

    private async Task CloseAsync(ChoosePaymentMethod request, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.SingleOrDefaultAsync(x => x.CheckoutId == request.CheckoutId, cancellationToken);
        payment?.Close();
    }

    private async Task<CheckoutRefused?> RefuseAsync(ChoosePaymentMethod request, KeyedCall call, HandledCall? earlier, CancellationToken cancellationToken)
    {
        if (call.Fault is { } fault)
            return Refused("invalid_key", fault);
        if (earlier is not null)
            return earlier.WasForSomethingElse ? Refused("key_reused", KeyedCall.ReusedSentence) : null;
        if (options.Value.RefuseMethod(request.PaymentMethod) is { } unpayable)
            return Refused("payment_method_unavailable", unpayable);
        var saga = await checkouts.SagaAsync(request.CheckoutId, cancellationToken);
        if (saga is null || !Waiting.Contains(saga.CurrentState))
            return Refused("not_waiting", "This checkout waits for no payment at the moment. Look at it to see how it stands.");
        return await db.Payments.AnyAsync(x => x.CheckoutId == request.CheckoutId && x.Status == PaymentStatus.Settled, cancellationToken)
            ? Refused("already_paid", "This checkout is paid already.")
            : null;
    }

    private static CheckoutRefused Refused(string code, string reason) => new() { Code = code, Reason = reason };
}
