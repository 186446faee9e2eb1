using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Payments;
using MassTransit;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>
/// From a confirmed quote to an order: hold the stock, open the payment page, wait for the money, commit the stock, place the order.
/// Whatever comes late, twice or out of order ends in exactly one of: an order, a refund, or nothing held and nothing charged.
/// </summary>
internal sealed class CheckoutStateMachine : MassTransitStateMachine<CheckoutState>
{
    public CheckoutStateMachine(IOptions<CheckoutOptions> options, IOptions<PaymentOptions> payments, TimeProvider time)
    {
        InstanceState(x => x.CurrentState);
        CorrelateAll(options.Value);

        // The time runs from the first moment, so that somebody who never answers cannot keep a shopper waiting for good.
        Initially(
            When(Started).Remember(options.Value, time).ReserveStock(options.Value, time)
                .StartClock(PaymentTimeout, time)
                .TransitionTo(AwaitingStock));

        During(AwaitingStock,
            When(StockReserved).IfElse(x => x.Saga.Method == PayingBy.Cash,
                cash => cash.Unschedule(PaymentTimeout).OweCash().CommitStock().TransitionTo(AwaitingCommit),
                other => other.OpenPage().TransitionTo(AwaitingPaymentPage)),
            When(StockRejected).Unschedule(PaymentTimeout).FailOutOfStock().TransitionTo(Failed));

        During(AwaitingPaymentPage,
            When(PageDelayed, x => x.Message.Attempt == x.Saga.Page).If(x => x.Saga.AwaySince is null, first => first.KeepForLater(options.Value, time).StartClock(PaymentTimeout, time))
                .Schedule(ProviderRetry, x => new PaymentRetryDue { CheckoutId = x.Saga.CorrelationId })
                .TransitionTo(AwaitingProvider));

        During(AwaitingProvider,
            When(ProviderRetry.Received).OpenPageAnew(options.Value, time).TransitionTo(AwaitingPaymentPage));

        // Where the provider was away the page's time begins only now.
        During([AwaitingPaymentPage, AwaitingProvider],
            When(PageOpened, x => x.Message.Attempt == x.Saga.Page)
                .If(x => x.Saga.AwaySince is not null, back => back.Unschedule(ProviderRetry).EndWait().HoldStock(options.Value).StartClock(PaymentTimeout, time))
                .AskForPayment().TransitionTo(AwaitingPayment));

        During(AwaitingPayment,
            When(AttemptFailed).TellDecline(payments.Value));

        During([AwaitingPaymentPage, AwaitingPayment],
            When(Pending).WaitFor(options.Value.PendingWindow, time).HoldStock(options.Value).StartClock(PaymentTimeout, time));

        During([AwaitingProvider, AwaitingPayment],
            When(MethodSwitched).Unschedule(ProviderRetry).Turn(options.Value, time).HoldStock(options.Value)
                .IfElse(x => x.Saga.Method == PayingBy.Cash,
                    cash => cash.Unschedule(PaymentTimeout).OweCash().CommitStock().TransitionTo(AwaitingCommit),
                    other => other.StartClock(PaymentTimeout, time).OpenPage().TransitionTo(AwaitingPaymentPage)));

        During([AwaitingStock, AwaitingPaymentPage, AwaitingProvider, AwaitingPayment],
            When(StopRequested).Unschedule(PaymentTimeout).ReleaseStock().Fail("canceled").TransitionTo(Failed),
            When(PaymentTimeout.Received).ReleaseStock().IfElse(x => x.Saga.AwaySince is null, late => late.Fail("payment_timeout"), away => away.Fail("provider_away")).TransitionTo(Failed));

        // The money is there: from here on nothing ends without an order or a refund, and another amount than was asked waits for a person.
        During([AwaitingPaymentPage, AwaitingProvider, AwaitingPayment],
            When(Settled).IfElse(x => x.IsExact(),
                right => right.Unschedule(PaymentTimeout).Unschedule(ProviderRetry).KeepPayment().CommitStock().TransitionTo(AwaitingCommit),
                wrong => wrong.Park()));

        During(AwaitingCommit,
            When(StockCommitted).PlaceOrder().TransitionTo(Placed),
            // Paid so late that the reservation had gone: try to hold the pieces once more.
            When(StockRejected).ReserveStock(options.Value, time).TransitionTo(AwaitingLateStock));

        During(AwaitingLateStock,
            When(StockReserved).CommitStock().TransitionTo(AwaitingCommit),
            When(StockRejected).IfElse(x => x.Saga.Method == PayingBy.Cash && PayingBy.IsCash(x.Saga.PaymentId!),
                cash => cash.Then(x => x.Saga.PaymentId = null).FailOutOfStock().TransitionTo(Failed),
                paid => paid.RefundKept().TransitionTo(AwaitingRefund)));

        During(AwaitingRefund,
            When(Refunded, x => x.Saga.PaymentId == x.Message.PaymentId).FailRefunded().TransitionTo(Failed),
            // Held after all, but the money is already on its way back.
            When(StockReserved).ReleaseStock());

        During(Failed,
            When(Settled).IfElse(x => x.IsExact() && x.Saga.PaymentId is null,
                late => late.KeepPayment().ReserveStock(options.Value, time).TransitionTo(AwaitingLateStock),
                other => other.GiveBackOrPark()),
            // The hold overtook the release that was to undo it.
            When(StockReserved).ReleaseStock());

        During([AwaitingStock, AwaitingCommit, AwaitingLateStock, AwaitingRefund, Placed],
            When(Settled).GiveBackOrPark());

        IgnoreTheRest();
    }

    public State AwaitingStock { get; } = null!;
    public State AwaitingPaymentPage { get; } = null!;
    public State AwaitingProvider { get; } = null!;
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
    public Event<PaymentPageDelayed> PageDelayed { get; } = null!;
    public Event<SwitchPaymentMethod> MethodSwitched { get; } = null!;
    public Event<PaymentPending> Pending { get; } = null!;
    public Event<PaymentAttemptFailed> AttemptFailed { get; } = null!;
    public Event<PaymentSettled> Settled { get; } = null!;
    public Event<PaymentRefunded> Refunded { get; } = null!;
    public Schedule<CheckoutState, PaymentTimedOut> PaymentTimeout { get; } = null!;
    public Schedule<CheckoutState, PaymentRetryDue> ProviderRetry { get; } = null!;

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
        Event(() => PageDelayed, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => MethodSwitched, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => Pending, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => AttemptFailed, x => DropUnknown(x, message => message.CheckoutId));
        Event(() => Settled, x => x.CorrelateById(context => context.Message.CheckoutId).OnMissingInstance(missing => missing.Fault()));
        Event(() => Refunded, x => DropUnknown(x, message => message.CheckoutId));
        Schedule(() => PaymentTimeout, x => x.PaymentTimeoutToken, x =>
        {
            x.Delay = options.PaymentWindow;
            x.Received = received => DropUnknown(received, message => message.CheckoutId);
        });
        Schedule(() => ProviderRetry, x => x.RetryToken, x =>
        {
            x.Delay = options.ProviderRetry;
            x.Received = received => DropUnknown(received, message => message.CheckoutId);
        });
    }

    private static void DropUnknown<T>(IEventCorrelationConfigurator<CheckoutState, T> correlation, Func<T, Guid> checkoutId) where T : class =>
        correlation.CorrelateById(context => checkoutId(context.Message)).OnMissingInstance(missing => missing.Discard());

    /// <summary>Each state says what it ignores: a pair that is missing everywhere is an error, and a test walks all of them.</summary>
    private void IgnoreTheRest()
    {
        Ignoring(AwaitingStock, Started, StockCommitted, PageOpened, PageDelayed, MethodSwitched, Pending, AttemptFailed, Refunded, ProviderRetry.AnyReceived);
        Ignoring(AwaitingPaymentPage, Started, StockReserved, StockRejected, StockCommitted, MethodSwitched, AttemptFailed, Refunded, ProviderRetry.AnyReceived);
        Ignoring(AwaitingProvider, Started, StockReserved, StockRejected, StockCommitted, PageDelayed, Pending, AttemptFailed, Refunded);
        Ignoring(AwaitingPayment, Started, StockReserved, StockRejected, StockCommitted, PageOpened, PageDelayed, Refunded, ProviderRetry.AnyReceived);
        Ignoring(AwaitingCommit, [.. Waiting, Started, StockReserved, Refunded]);
        Ignoring(AwaitingLateStock, [.. Waiting, Started, StockCommitted, Refunded]);
        Ignoring(AwaitingRefund, [.. Waiting, Started, StockRejected, StockCommitted]);
        Ignoring(Placed, [.. Waiting, Started, StockReserved, StockRejected, StockCommitted, Refunded]);
        Ignoring(Failed, [.. Waiting, Started, StockRejected, StockCommitted, Refunded]);
    }

    /// <summary>What only matters to a checkout that waits for its money.</summary>
    private IEnumerable<Event> Waiting =>
        [PageOpened, PageDelayed, MethodSwitched, Pending, AttemptFailed, StopRequested, PaymentTimeout.AnyReceived, ProviderRetry.AnyReceived];

    private void Ignoring(State state, params IEnumerable<Event> events) => During(state, [.. events.Select(Ignore)]);
}
