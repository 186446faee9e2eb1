using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Writes the order in the saga's own transaction, and says so once.</summary>
internal sealed class PlaceOrder(OrdersDbContext db, TimeProvider time) : IStateMachineActivity<CheckoutState, StockCommitted>
{
    public async Task Execute(BehaviorContext<CheckoutState, StockCommitted> context, IBehavior<CheckoutState, StockCommitted> next)
    {
        var (saga, now) = (context.Saga, time.GetUtcNow());
        var quote = await db.Quotes.AsNoTracking().SingleAsync(x => x.CheckoutId == saga.CorrelationId, context.CancellationToken);
        var order = Order.Of(saga, quote, OrderNumber.New(), now);
        db.Add(order);
        saga.OrderNumber = order.Number;
        await context.Publish(new OrderPlaced
        {
            OrderNumber = order.Number,
            CheckoutId = saga.CorrelationId,
            OwnerId = saga.OwnerId,
            CartId = quote.CartId,
            Lines = [.. saga.Lines.Select(line => line.ToContract())],
            Totals = quote.Rows(),
            Total = saga.Total,
            PaymentDue = order.IsCashDue ? order.Total : 0,
            Currency = saga.Currency,
            PlacedAt = now,
        });
        await next.Execute(context);
    }

    public Task Faulted<TException>(BehaviorExceptionContext<CheckoutState, StockCommitted, TException> context, IBehavior<CheckoutState, StockCommitted> next)
        where TException : Exception => next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope("placeOrder");

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);
}
