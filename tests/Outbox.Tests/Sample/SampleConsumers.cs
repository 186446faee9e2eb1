using System.Collections.Concurrent;
using MassTransit;

namespace EcommerceBot.Outbox.Tests.Sample;

/// <summary>Counts attempts across scopes, which is all that a failing attempt may leave behind.</summary>
internal sealed class Attempts
{
    private readonly ConcurrentDictionary<Guid, int> _counts = new();

    public int Next(Guid subject) => _counts.AddOrUpdate(subject, 1, (_, count) => count + 1);
}

internal sealed class DoWorkConsumer(SampleDbContext db, Attempts attempts, TimeProvider time) : IConsumer<DoWork>
{
    public async Task Consume(ConsumeContext<DoWork> context)
    {
        var subject = context.Message.Subject;
        db.Add(new Effect { Subject = subject, What = "worked", At = time.GetUtcNow() });
        await context.Publish(new WorkDone { Subject = subject });
        if (attempts.Next(subject) <= context.Message.Failures)
            throw new InvalidOperationException("This attempt was meant to fail");
    }
}

internal sealed class RecordWorkConsumer(SampleDbContext db, TimeProvider time) : IConsumer<WorkDone>
{
    public Task Consume(ConsumeContext<WorkDone> context)
    {
        db.Add(new Effect { Subject = context.Message.Subject, What = "recorded", At = time.GetUtcNow() });
        return Task.CompletedTask;
    }
}

internal sealed class AskWorkConsumer(SampleDbContext db, TimeProvider time) : IConsumer<AskWork>
{
    public Task Consume(ConsumeContext<AskWork> context)
    {
        db.Add(new Effect { Subject = context.Message.Subject, What = "asked", At = time.GetUtcNow() });
        return context.RespondAsync(new WorkAnswered { Subject = context.Message.Subject });
    }
}

internal sealed class TallyStateMachine : MassTransitStateMachine<TallyState>
{
    public TallyStateMachine()
    {
        InstanceState(x => x.CurrentState);
        Event(() => Counted, x => x.CorrelateById(context => context.Message.TallyId));
        Event(() => DeadlineSet, x => x.CorrelateById(context => context.Message.TallyId));
        Event(() => DeadlineDropped, x => x.CorrelateById(context => context.Message.TallyId));
        Schedule(() => Deadline, x => x.DeadlineToken, x => x.Received = r => r.CorrelateById(context => context.Message.TallyId));
        Initially(
            When(Counted).Then(context => context.Saga.Count++).TransitionTo(Open),
            When(DeadlineSet)
                .Schedule(Deadline, context => new DeadlinePassed { TallyId = context.Saga.CorrelationId }, context => context.Message.After)
                .TransitionTo(Open));
        During(Open,
            When(Counted).Then(context => context.Saga.Count++),
            When(DeadlineDropped).Unschedule(Deadline),
            When(Deadline.Received).TransitionTo(Closed));
    }

    public State Open { get; } = null!;
    public State Closed { get; } = null!;
    public Event<Counted> Counted { get; } = null!;
    public Event<DeadlineSet> DeadlineSet { get; } = null!;
    public Event<DeadlineDropped> DeadlineDropped { get; } = null!;
    public Schedule<TallyState, DeadlinePassed> Deadline { get; } = null!;
}
