using EcommerceBot.Orders.Contracts.Events;
using MassTransit;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Abandonment;

/// <summary>
/// Watches a cart from its first line: left alone, used again, bought or gone. It is not told of every change; when its time has come it looks at the
/// cart and, if that was used meanwhile, waits on.
/// </summary>
internal sealed class CartWatchStateMachine : MassTransitStateMachine<CartWatch>
{
    public CartWatchStateMachine(IOptions<AbandonmentOptions> options)
    {
        InstanceState(x => x.CurrentState);
        Event(() => Stirred, x => x.CorrelateById(context => context.Message.WatchId));
        Event(() => Bought, x => x.CorrelateById(context => CartWatch.IdOf(context.Message.CartId ?? "")).OnMissingInstance(missing => missing.Discard()));
        Schedule(() => IdleDue, x => x.IdleToken, x =>
        {
            x.Delay = options.Value.IdleAfter;
            x.Received = received => received.CorrelateById(context => context.Message.WatchId).OnMissingInstance(missing => missing.Discard());
        });

        Initially(
            When(Stirred)
                .Then(x => (x.Saga.CartId, x.Saga.OwnerId, x.Saga.StartedAt) = (x.Message.CartId, x.Message.OwnerId, x.Message.At))
                .Then(x => x.Saga.IsHeldOut = CartWatch.IsInHoldOut(x.Saga.CorrelationId, options.Value.HoldOutPercent))
                .LookAgain(IdleDue, _ => options.Value.IdleAfter).TransitionTo(Watching));

        During(Watching,
            When(Stirred).LookAgain(IdleDue, _ => options.Value.IdleAfter),
            When(IdleDue.Received).Activity(x => x.OfType<JudgeIdleness>())
                .If(x => x.Saga.Verdict == Verdict.WaitOn, on => on.LookAgain(IdleDue, x => x.NextLook))
                .If(x => x.Saga.Verdict == Verdict.LeftAlone, left => left.TransitionTo(Abandoned))
                .If(x => x.Saga.Verdict == Verdict.Over, over => over.TransitionTo(Gone)));

        During(Abandoned,
            When(Stirred).Then(x => x.Saga.RecoveredAt ??= x.Message.At).LookAgain(IdleDue, _ => options.Value.IdleAfter).TransitionTo(Watching));

        During([Watching, Abandoned, Gone],
            When(Bought).Unschedule(IdleDue).Then(x => x.Saga.BoughtAt = x.Message.PlacedAt).TransitionTo(Purchased));

        // The same cart may be filled anew when what was bought of it was given back, or its checkout failed late.
        During([Purchased, Gone], When(Stirred).LookAgain(IdleDue, _ => options.Value.IdleAfter).TransitionTo(Watching));
        During(Purchased, Ignore(Bought), Ignore(IdleDue.AnyReceived));
        During(Abandoned, Ignore(IdleDue.AnyReceived));
        During(Gone, Ignore(IdleDue.AnyReceived));
    }

    public State Watching { get; } = null!;
    public State Abandoned { get; } = null!;
    public State Purchased { get; } = null!;

    /// <summary>Erased, expired or emptied for good.</summary>
    public State Gone { get; } = null!;

    public Event<CartStirred> Stirred { get; } = null!;
    public Event<OrderPlaced> Bought { get; } = null!;
    public Schedule<CartWatch, CartIdleDue> IdleDue { get; } = null!;
}

/// <summary>The saga's one step that is taken everywhere.</summary>
internal static class CartWatchSteps
{
    public static EventActivityBinder<CartWatch, T> LookAgain<T>(
        this EventActivityBinder<CartWatch, T> binder, Schedule<CartWatch, CartIdleDue> schedule, Func<CartWatch, TimeSpan> wait) where T : class =>
        binder.Schedule(schedule, x => new CartIdleDue { WatchId = x.Saga.CorrelationId }, x => wait(x.Saga));
}
