// A saga with two states, for the rules and for the message map.
using EcommerceBot.Architecture.Tests.Planted.Commands;
using MassTransit;

namespace EcommerceBot.Architecture.Tests.Planted;

internal sealed class ParcelState : SagaStateMachineInstance
{
    public Guid CorrelationId { get; set; }
    public string CurrentState { get; set; } = "";
}

internal sealed class ParcelStateMachine : MassTransitStateMachine<ParcelState>
{
    public ParcelStateMachine()
    {
        InstanceState(parcel => parcel.CurrentState);
        Event(() => Shipped, shipped => shipped.CorrelateById(context => context.MessageId ?? Guid.Empty));
        Initially(When(Shipped).TransitionTo(OnItsWay));
        During(OnItsWay, When(Shipped).Finalize());
    }

    public State OnItsWay { get; private set; } = null!;
    public Event<ShipParcel> Shipped { get; private set; } = null!;
}

internal sealed class WaitingActivity(IHttpClientFactory http) : IStateMachineActivity<ParcelState>
{
    public IHttpClientFactory Http => http;

    public void Probe(ProbeContext context) => context.CreateScope(nameof(WaitingActivity));

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    public Task Execute(BehaviorContext<ParcelState> context, IBehavior<ParcelState> next) => next.Execute(context);

    public Task Execute<T>(BehaviorContext<ParcelState, T> context, IBehavior<ParcelState, T> next) where T : class => next.Execute(context);

    public Task Faulted<TException>(BehaviorExceptionContext<ParcelState, TException> context, IBehavior<ParcelState> next)
        where TException : Exception => next.Faulted(context);

    public Task Faulted<T, TException>(BehaviorExceptionContext<ParcelState, T, TException> context, IBehavior<ParcelState, T> next)
        where T : class where TException : Exception => next.Faulted(context);
}
