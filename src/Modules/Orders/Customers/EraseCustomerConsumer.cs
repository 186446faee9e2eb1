using EcommerceBot.Orders.Abandonment;
using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Customers;

/// <summary>Forgets a customer. Balances stay, since they are money, and orders stay for the books; neither says any more who it was.</summary>
internal sealed class EraseCustomerConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<EraseCustomer>
{
    private static readonly string[] Ended = [nameof(CheckoutStateMachine.Placed), nameof(CheckoutStateMachine.Failed)];

    public async Task Consume(ConsumeContext<EraseCustomer> context)
    {
        var (owner, cancellationToken) = (context.Message.OwnerId, context.CancellationToken);
        // A parcel that is being paid for still needs its address.
        var underWay = await (from quote in db.Quotes where quote.OwnerId == owner join saga in db.Checkouts on quote.CheckoutId equals saga.CorrelationId
                              where !Ended.Contains(saga.CurrentState) select quote.CheckoutId).ToListAsync(cancellationToken);
        var orders = await AnonymiseOrdersAsync(owner, cancellationToken);
        var carts = await EmptyCartsAsync(owner, cancellationToken);
        await db.Quotes.Where(x => x.OwnerId == owner && !underWay.Contains(x.CheckoutId)).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.BuyerName, (string?)null).SetProperty(x => x.BuyerEmail, (string?)null).SetProperty(x => x.BuyerAddress, (string?)null)
                .SetProperty(x => x.ShipTo, (PostalAddress?)null).SetProperty(x => x.Note, (string?)null), cancellationToken);
        await db.HandledCalls.Where(x => x.OwnerId == owner).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.OutcomeType, "Erased").SetProperty(x => x.Outcome, "{}"), cancellationToken);
        await db.PaymentMethods.Where(x => x.OwnerId == owner && x.Balance == null).ExecuteDeleteAsync(cancellationToken);
        await db.Customers.Where(x => x.OwnerId == owner).ExecuteDeleteAsync(cancellationToken);
        await KeepSilentAsync(owner, cancellationToken);
        await context.RespondAsync(new CustomerErased { OwnerId = owner, Orders = orders, Carts = carts, CheckoutsUnderWay = underWay.Count });
    }

    private async Task<int> AnonymiseOrdersAsync(string owner, CancellationToken cancellationToken)
    {
        var orders = await db.Orders.Where(x => x.OwnerId == owner).ToListAsync(cancellationToken);
        foreach (var order in orders)
        {
            order.Forget();
            order.Version++;
        }
        return orders.Count;
    }

    private async Task<int> EmptyCartsAsync(string owner, CancellationToken cancellationToken)
    {
        var carts = await db.Carts.Where(x => x.OwnerId == owner).ToListAsync(cancellationToken);
        foreach (var cart in carts)
        {
            cart.Note = null;
            if (cart.ClosedAt is not null)
                continue;
            cart.Replace([], cart.Currency, time.GetUtcNow());
            cart.ClosedAt = time.GetUtcNow();
        }
        return carts.Count;
    }

    private async Task KeepSilentAsync(string owner, CancellationToken cancellationToken)
    {
        var wish = await db.ReminderWishes.SingleOrDefaultAsync(x => x.OwnerId == owner, cancellationToken);
        if (wish is null)
            db.Add(wish = new ReminderWish { OwnerId = owner });
        (wish.IsWanted, wish.At) = (false, time.GetUtcNow());
    }
}
