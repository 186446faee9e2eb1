using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Outbox;
using MassTransit;

namespace EcommerceBot.Orders.Checkout;

/// <summary>The saga's steps by name, so that the state machine reads like the story it tells. None of them waits for anybody.</summary>
internal static class CheckoutSteps
{
    private static readonly TimeSpan LeastHold = TimeSpan.FromMinutes(1);

    /// <summary>Whether this payment is for the amount that was shown. Another amount never buys anything.</summary>
    public static bool IsExact(this SagaConsumeContext<CheckoutState, PaymentSettled> context) =>
        context.Message.Amount == context.Saga.Total && context.Message.Currency == context.Saga.Currency;

    public static EventActivityBinder<CheckoutState, StartCheckout> Remember(this EventActivityBinder<CheckoutState, StartCheckout> binder, CheckoutOptions options, TimeProvider time) =>
        binder.Then(context =>
        {
            var (saga, start) = (context.Saga, context.Message);
            saga.OwnerId = start.OwnerId;
            saga.Lines = [.. start.Lines.Select(StoredLine.Of)];
            saga.Total = start.Total;
            saga.Currency = start.Currency;
            saga.Method = start.PaymentMethod;
            saga.PaymentExpiresAt = time.GetUtcNow() + options.WindowOf(start.PaymentMethod);
        });

    public static EventActivityBinder<CheckoutState, T> ReserveStock<T>(this EventActivityBinder<CheckoutState, T> binder, CheckoutOptions options, TimeProvider time) where T : class =>
        binder.ThenAsync(context =>
        {
            // Paid late, the pieces need only be held until they are committed; without a least hold that could be over before it began, again and again.
            var (paged, least) = (context.Saga.PaymentExpiresAt + options.StockGrace, time.GetUtcNow() + LeastHold);
            return context.SendCommandAsync(new ReserveStock
            {
                CheckoutId = context.Saga.CorrelationId,
                Lines = [.. context.Saga.Lines.Select(line => new StockLine { Sku = line.Sku, Quantity = line.Quantity })],
                ExpiresAt = paged > least ? paged : least,
            });
        });

    public static EventActivityBinder<CheckoutState, T> ReleaseStock<T>(this EventActivityBinder<CheckoutState, T> binder) where T : class =>
        binder.ThenAsync(context => context.SendCommandAsync(new ReleaseStock { CheckoutId = context.Saga.CorrelationId }));

    public static EventActivityBinder<CheckoutState, T> CommitStock<T>(this EventActivityBinder<CheckoutState, T> binder) where T : class =>
        binder.ThenAsync(context => context.SendCommandAsync(new CommitStock { CheckoutId = context.Saga.CorrelationId }));

    public static EventActivityBinder<CheckoutState, T> OpenPage<T>(this EventActivityBinder<CheckoutState, T> binder) where T : class =>
        binder.ThenAsync(context => context.SendCommandAsync(new OpenPaymentPage
        {
            CheckoutId = context.Saga.CorrelationId,
            Amount = context.Saga.Total,
            Currency = context.Saga.Currency,
            ExpiresAt = context.Saga.PaymentExpiresAt,
            PaymentMethod = context.Saga.Method,
            Attempt = context.Saga.Page,
        }));

    public static EventActivityBinder<CheckoutState, PaymentPageOpened> AskForPayment(this EventActivityBinder<CheckoutState, PaymentPageOpened> binder) => binder
        .Then(context => context.Saga.PaymentUrl = context.Message.Url)
        .Publish(context => new PaymentRequested
        {
            CheckoutId = context.Saga.CorrelationId,
            OwnerId = context.Saga.OwnerId,
            Url = context.Message.Url,
            PaymentMethod = context.Saga.Method,
            Total = context.Saga.Total,
            Currency = context.Saga.Currency,
            ExpiresAt = context.Saga.PaymentExpiresAt,
        });

    public static EventActivityBinder<CheckoutState, PaymentAttemptFailed> TellDecline(this EventActivityBinder<CheckoutState, PaymentAttemptFailed> binder, PaymentOptions payments) =>
        binder.Publish(context => new PaymentDeclined
        {
            CheckoutId = context.Saga.CorrelationId,
            OwnerId = context.Saga.OwnerId,
            Url = context.Saga.PaymentUrl!,
            Attempt = context.Message.Attempt,
            ExpiresAt = context.Saga.PaymentExpiresAt,
            OtherMethods = [.. payments.Methods().Where(method => method != context.Saga.Method)],
        });

    public static EventActivityBinder<CheckoutState, PaymentSettled> KeepPayment(this EventActivityBinder<CheckoutState, PaymentSettled> binder) =>
        binder.Then(context => context.Saga.PaymentId = context.Message.PaymentId);

    /// <summary>The payment that counts may be reported twice; another one goes back, and one of another amount waits for a person.</summary>
    public static EventActivityBinder<CheckoutState, PaymentSettled> GiveBackOrPark(this EventActivityBinder<CheckoutState, PaymentSettled> binder) => binder.IfElse(
        context => context.IsExact(),
        exact => exact.If(context => context.Message.PaymentId != context.Saga.PaymentId, other => other.ThenAsync(context => context.SendCommandAsync(new RefundPayment
        {
            CheckoutId = context.Saga.CorrelationId,
            PaymentId = context.Message.PaymentId,
            Amount = context.Message.Amount,
            Currency = context.Message.Currency,
        }))),
        wrong => wrong.Park());

    public static EventActivityBinder<CheckoutState, PaymentSettled> Park(this EventActivityBinder<CheckoutState, PaymentSettled> binder) =>
        binder.Activity(x => x.OfType<ParkPayment>());

    public static EventActivityBinder<CheckoutState, StockRejected> RefundKept(this EventActivityBinder<CheckoutState, StockRejected> binder) =>
        binder.ThenAsync(context => context.SendCommandAsync(new RefundPayment
        {
            CheckoutId = context.Saga.CorrelationId,
            PaymentId = context.Saga.PaymentId!,
            // Only an exact payment is ever kept.
            Amount = context.Saga.Total,
            Currency = context.Saga.Currency,
        }));

    public static EventActivityBinder<CheckoutState, StockCommitted> PlaceOrder(this EventActivityBinder<CheckoutState, StockCommitted> binder) =>
        binder.Activity(x => x.OfType<PlaceOrder>());
}
