using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using MassTransit;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>
/// From a confirmed quote to an order: hold the stock, open the payment page, wait for the money, commit the stock, place the order.
/// Whatever comes late, twice or out of order ends in exactly one of: an order, a refund, or nothing held and nothing charged.
/// </summary>
internal sealed class CheckoutStateMachine : MassTransitStateMachine<CheckoutState>
{
    public CheckoutStateMachine(IOptions<CheckoutOptions> options, TimeProvider time)
    {
        InstanceState(x => x.CurrentState);
        CorrelateAll(options.Value);

        // The time runs from the first moment, so that somebody who never answers cannot keep a shopper waiting for good.
        Initially(
            When(Started).Remember(options.Value, time).ReserveStock(options.Value, time)
                .Schedule(
                    PaymentTimeout, x => new PaymentTimedOut { CheckoutId = x.Saga.CorrelationId }, x => x.Saga.PaymentExpiresAt - time.GetUtcNow())
                .TransitionTo(AwaitingStock));

        During(AwaitingStock,
            When(StockReserved).OpenPage().TransitionTo(AwaitingPaymentPage),
            When(StockRejected).Unschedule(PaymentTimeout).FailOutOfStock().TransitionTo(Failed));

        During(AwaitingPaymentPage,
            When(PageOpened).AskForPayment().TransitionTo(AwaitingPayment));

        During(AwaitingPayment,
            When(AttemptFailed).TellDecline());

        During([AwaitingStock, AwaitingPaymentPage, AwaitingPayment],
            When(StopRequested).Unschedule(PaymentTimeout).ReleaseStock().Fail("canceled").TransitionTo(Failed),
            When(PaymentTimeout.Received).ReleaseStock().Fail("payment_timeout").TransitionTo(Failed));

        // The money is there: from here on nothing ends without an order or a refund.
        During([AwaitingPaymentPage, AwaitingPayment],
            When(Settled).IfElse(x => x.IsExact(),
                right => right.Unschedule(PaymentTimeout).KeepPayment().CommitStock().TransitionTo(AwaitingCommit),
                wrong => wrong.GiveBack()));

        During(AwaitingCommit,
            When(StockCommitted).PlaceOrder().TransitionTo(Placed),
            // Paid so late that the reservation had gone: try to hold the pieces once more.
            When(StockRejected).ReserveStock(options.Value, time).TransitionTo(AwaitingLateStock));

        During(AwaitingLateStock,
            When(StockReserved).CommitStock().TransitionTo(AwaitingCommit),
            When(StockRejected).RefundKept().TransitionTo(AwaitingRefund));

        During(AwaitingRefund,
            When(Refunded, x => x.Saga.PaymentId == x.Message.PaymentId).FailRefunded().TransitionTo(Failed),
            // Held after all, but the money is already on its way back.
            When(StockReserved).ReleaseStock());

        During(Failed,
            When(Settled).IfElse(x => x.IsExact() && x.Saga.PaymentId is null,
                late => late.KeepPayment().ReserveStock(options.Value, time).TransitionTo(AwaitingLateStock),
                other => other.GiveBackUnlessKept()),
            // The hold overtook the release that was to undo it.
            When(StockReserved).ReleaseStock());

        During([AwaitingStock, AwaitingCommit, AwaitingLateStock, AwaitingRefund, Placed],
            When(Settled).GiveBackUnlessKept());

        IgnoreTheRest();
    }

    public State AwaitingStock { get; } = null!;
    public State AwaitingPaymentPage { get; } = null!;
    public State AwaitingPayment { get; } = null!;
    public State AwaitingCommit { get; } = null!;
    public State AwaitingLateStock { get; } = null!;
    public State AwaitingRefund { get; } = null!;
    public State Placed { get; } = null!;
    public State Failed { get; } = null!;

    public Event<StartCheckout> Started { get; } = null!;
    public Event<StopCheckout> StopRequested { get; } = null!;
    public Event<StockReserved> StockReserved { get; } = null!;
    public Event<StockRejected> StockRejected { get; } = null!;
    public Event<StockCommitted> StockCommitted { get; } = null!;
    public Event<PaymentPageOpened> PageOpened { get; } = null!;
    public Event<PaymentAttemptFailed> AttemptFailed { get; } = null!;
    public Event<PaymentSettled> Settled { get; } = null!;
    public Event<PaymentRefunded> Refunded { get; } = null!;
    public Schedule<CheckoutState, PaymentTimedOut> PaymentTimeout { get; } = null!;

    /// <summary>
    /// What finds no checkout is dropped: the row is older than anything said about it, except a stop that overtook its start, and then the
    /// payment page finds the quote canceled. Money that finds none is an error, for somebody has to look after it.
    /// </summary>
    private void CorrelateAll(CheckoutOptions options)
    {
        Event(() => Started, x => x.CorrelateById(context => context.Message.CheckoutId));
        Event(() => StopRequested, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => StockReserved, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => StockRejected, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => StockCommitted, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => PageOpened, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => AttemptFailed, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => Settled, x => x.CorrelateById(context => context.Message.CheckoutId).OnMissingInstance(missing => missing.Fault()));
        Event(() => Refunded, x => DropUnknown(x, message => message.CheckoutId));
        Schedule(() => PaymentTimeout, x => x.PaymentTimeoutToken, x =>
        {
            x.Delay = options.PaymentWindow;
            x.Received = received => DropUnknown(received, message => message.CheckoutId);
        });
    }

    private static void DropUnknown<T>(IEventCorrelationConfigurator<CheckoutState, T> correlation, Func<T, Guid> checkoutId) where T : class =>
        correlation.CorrelateById(context => checkoutId(context.Message)).OnMissingInstance(missing => missing.Discard());

    /// <summary>Each state says what it ignores: a pair that is missing everywhere is an error, and a test walks all of them.</summary>
    private void IgnoreTheRest()
    {
        Ignoring(AwaitingStock, Started, StockCommitted, PageOpened, AttemptFailed, Refunded);
        Ignoring(AwaitingPaymentPage, Started, StockReserved, StockRejected, StockCommitted, AttemptFailed, Refunded);
        Ignoring(AwaitingPayment, Started, StockReserved, StockRejected, StockCommitted, PageOpened, Refunded);
        Ignoring(AwaitingCommit, Started, StockReserved, PageOpened, AttemptFailed, StopRequested, Refunded, PaymentTimeout.AnyReceived);
        Ignoring(AwaitingLateStock, Started, StockCommitted, PageOpened, AttemptFailed,
            StopRequested, Refunded, PaymentTimeout.AnyReceived);
        Ignoring(AwaitingRefund, Started, StockRejected, StockCommitted, PageOpened,
            AttemptFailed, StopRequested, PaymentTimeout.AnyReceived);
        Ignoring(Placed, Started, StockReserved, StockRejected, StockCommitted, PageOpened,
            AttemptFailed, StopRequested, Refunded, PaymentTimeout.AnyReceived);
        Ignoring(Failed, Started, StockRejected, StockCommitted, PageOpened, AttemptFailed,
            StopRequested, Refunded, PaymentTimeout.AnyReceived);
    }

    private void Ignoring(State state, params IEnumerable<Event> events) => During(state, [.. events.Select(Ignore)]);
}
