using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Outbox;
using MassTransit;

namespace EcommerceBot.Orders.Checkout;

/// <summary>The saga's steps where the money takes another way, or longer.</summary>
internal static class MoneySteps
{
    /// <summary>Paid on delivery: the pieces are sold now, and the money is owed.</summary>
    public static EventActivityBinder<CheckoutState, T> OweCash<T>(this EventActivityBinder<CheckoutState, T> binder) where T : class =>
        binder.Then(context => context.Saga.PaymentId = PayingBy.CashOf(context.Saga.CorrelationId));

    /// <summary>The reservation lives as long as the payment is waited for.</summary>
    public static EventActivityBinder<CheckoutState, T> HoldStock<T>(this EventActivityBinder<CheckoutState, T> binder, CheckoutOptions options) where T : class =>
        binder.ThenAsync(context => context.SendCommandAsync(
            new ExtendReservation { CheckoutId = context.Saga.CorrelationId, ExpiresAt = context.Saga.PaymentExpiresAt + options.StockGrace }));

    public static EventActivityBinder<CheckoutState, T> WaitFor<T>(this EventActivityBinder<CheckoutState, T> binder, TimeSpan span, TimeProvider time) where T : class =>
        binder.Then(context => context.Saga.PaymentExpiresAt = time.GetUtcNow() + span);

    /// <summary>The wait for the payment ends when its time is over; a clock that ran before is stopped.</summary>
    public static EventActivityBinder<CheckoutState, T> StartClock<T>(
        this EventActivityBinder<CheckoutState, T> binder, Schedule<CheckoutState, PaymentTimedOut> timeout, TimeProvider time) where T : class =>
        binder.Schedule(timeout, x => new PaymentTimedOut { CheckoutId = x.Saga.CorrelationId }, x => x.Saga.PaymentExpiresAt - time.GetUtcNow());

    /// <summary>The provider is away: the order and its stock are kept, and the shopper is told so, once.</summary>
    public static EventActivityBinder<CheckoutState, PaymentPageDelayed> KeepForLater(
        this EventActivityBinder<CheckoutState, PaymentPageDelayed> binder, CheckoutOptions options, TimeProvider time) => binder
        .Then(context => context.Saga.AwaySince = time.GetUtcNow())
        .WaitFor(options.ProviderPatience, time)
        .HoldStock(options)
        .Publish(context => new PaymentDelayed { CheckoutId = context.Saga.CorrelationId, OwnerId = context.Saga.OwnerId, KeptUntil = context.Saga.PaymentExpiresAt });

    /// <summary>Asked once more, for a page whose time begins now: another page to the provider, whose keys hold for the same arguments only.</summary>
    public static EventActivityBinder<CheckoutState, PaymentRetryDue> OpenPageAnew(
        this EventActivityBinder<CheckoutState, PaymentRetryDue> binder, CheckoutOptions options, TimeProvider time) => binder
        .Then(context => context.Saga.Page++)
        .WaitFor(options.PaymentWindow, time)
        .OpenPage();

    public static EventActivityBinder<CheckoutState, PaymentPageOpened> EndWait(this EventActivityBinder<CheckoutState, PaymentPageOpened> binder) =>
        binder.Then(context => context.Saga.AwaySince = null);

    /// <summary>Another way to pay, or a fresh page: its time begins now.</summary>
    public static EventActivityBinder<CheckoutState, SwitchPaymentMethod> Turn(
        this EventActivityBinder<CheckoutState, SwitchPaymentMethod> binder, CheckoutOptions options, TimeProvider time) => binder.Then(context =>
        {
            var saga = context.Saga;
            (saga.Method, saga.PaymentUrl, saga.AwaySince) = (context.Message.PaymentMethod, null, null);
            saga.Page++;
            saga.PaymentExpiresAt = time.GetUtcNow() + options.WindowOf(saga.Method);
        });
}
