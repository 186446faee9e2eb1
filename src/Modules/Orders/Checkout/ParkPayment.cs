using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Payments.Cases;
using EcommerceBot.Orders.Persistence;
using MassTransit;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Money of another amount than was asked: a case for the operator in the saga's own transaction, and nothing bought.</summary>
internal sealed class ParkPayment(OrdersDbContext db, CaseDesk cases) : IStateMachineActivity<CheckoutState, PaymentSettled>
{
    public async Task Execute(BehaviorContext<CheckoutState, PaymentSettled> context, IBehavior<CheckoutState, PaymentSettled> next)
    {
        var (saga, paid) = (context.Saga, context.Message);
        saga.HasParked = true;
        await cases.ParkAsync(db, saga.CorrelationId, paid.PaymentId, paid.Amount, paid.Currency, context.CancellationToken);
        await context.Publish(new PaymentParked
        {
            CheckoutId = saga.CorrelationId,
            OwnerId = saga.OwnerId,
            PaymentId = paid.PaymentId,
            Amount = paid.Amount,
            Currency = paid.Currency,
            ExpectedAmount = saga.Total,
            ExpectedCurrency = saga.Currency,
        });
        await next.Execute(context);
    }

    public Task Faulted<TException>(BehaviorExceptionContext<CheckoutState, PaymentSettled, TException> context, IBehavior<CheckoutState, PaymentSettled> next)
        where TException : Exception => next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope("parkPayment");

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);
}
