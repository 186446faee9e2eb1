using MassTransit;

namespace EcommerceBot.Architecture.Tests.MessageMap;

/// <summary>Walks a state machine and notes, for each state and event, where it may go from there.</summary>
internal sealed class SagaOutcomes : StateMachineVisitor
{
    public const string Undefined = "**undefined**";
    public const string Ignored = "ignored";
    public const string Stays = "stays";

    private readonly Dictionary<(string State, string Event), List<string>> _targets = [];
    private readonly Dictionary<string, HashSet<string>> _known;
    private string _state = "";
    private string _event = "";

    private SagaOutcomes(StateMachine machine) =>
        _known = machine.States.ToDictionary(state => state.Name, state => machine.NextEvents(state).Select(found => found.Name).ToHashSet());

    public static SagaOutcomes Of(StateMachine machine)
    {
        var outcomes = new SagaOutcomes(machine);
        ((IVisitable)machine).Accept(outcomes);
        return outcomes;
    }

    /// <summary>A schedule goes by its own name: it is handled as received and ignored as any received.</summary>
    public string In(string state, string name)
    {
        if ((_targets.GetValueOrDefault((state, name)) ?? _targets.GetValueOrDefault((state, $"{name}.Received"))) is { } targets)
            return targets.Count == 0 ? Stays : string.Join(" or ", targets.Distinct());
        return _known[state].Contains(name) || _known[state].Contains($"{name}.AnyReceived") ? Ignored : Undefined;
    }

    public void Visit(State state, Action<State> next)
    {
        _state = state.Name;
        next(state);
    }

    public void Visit(Event @event, Action<Event> next)
    {
        Enter(@event.Name);
        next(@event);
    }

    public void Visit<TMessage>(Event<TMessage> @event, Action<Event<TMessage>> next) where TMessage : class
    {
        Enter(@event.Name);
        next(@event);
    }

    public void Visit(IStateMachineActivity activity) => Note(activity);

    public void Visit(IStateMachineActivity activity, Action<IStateMachineActivity> next)
    {
        Note(activity);
        next(activity);
    }

    public void Visit<T>(IBehavior<T> behavior) where T : class, SagaStateMachineInstance
    {
    }

    public void Visit<T>(IBehavior<T> behavior, Action<IBehavior<T>> next) where T : class, SagaStateMachineInstance => next(behavior);

    public void Visit<T, TMessage>(IBehavior<T, TMessage> behavior) where T : class, SagaStateMachineInstance where TMessage : class
    {
    }

    public void Visit<T, TMessage>(IBehavior<T, TMessage> behavior, Action<IBehavior<T, TMessage>> next) where T : class, SagaStateMachineInstance where TMessage : class => next(behavior);

    private void Enter(string name)
    {
        _event = name;
        _targets.TryAdd((_state, name), []);
    }

    /// <summary>MassTransit's own activity for a transition names its goal; every other one leaves the state as it is.</summary>
    private void Note(IStateMachineActivity activity)
    {
        if (activity.GetType().GetProperty("ToState")?.GetValue(activity) is State to && _targets.TryGetValue((_state, _event), out var targets))
            targets.Add(to.Name);
    }
}
