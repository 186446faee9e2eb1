using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Abandonment;

/// <summary>Looks at the cart in the saga's own transaction. A change at this very moment collides with it, and it looks again.</summary>
internal sealed class JudgeIdleness(OrdersDbContext db, IOptions<AbandonmentOptions> options, TimeProvider time) : IStateMachineActivity<CartWatch, CartIdleDue>
{
    private const int MostTitles = 5;
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(1);

    public async Task Execute(BehaviorContext<CartWatch, CartIdleDue> context, IBehavior<CartWatch, CartIdleDue> next)
    {
        var (saga, now) = (context.Saga, time.GetUtcNow());
        var cart = await db.Carts.SingleOrDefaultAsync(x => x.Id == saga.CartId, context.CancellationToken);
        if (cart is null || cart.IsGone(now))
            saga.Verdict = Verdict.Over;
        else if (Wait(cart, now) is { } wait)
            (saga.Verdict, saga.NextLook) = (Verdict.WaitOn, wait > LeastWait ? wait : LeastWait);
        else
        {
            saga.Verdict = Verdict.LeftAlone;
            saga.AbandonedAt ??= now;
            await TellAsync(context, cart, now);
        }
        await next.Execute(context);
    }

    /// <summary>How long still; null where it has been left alone. An empty cart, or one in a checkout, stirs by itself before it can be.</summary>
    private TimeSpan? Wait(ShoppingCart cart, DateTimeOffset now)
    {
        if (cart.ClosedAt is not null || cart.Lines.Count == 0)
            return cart.ExpiresAt - now;
        var due = cart.ChangedAt + options.Value.IdleAfter;
        return due > now ? due - now : null;
    }

    private async Task TellAsync(BehaviorContext<CartWatch, CartIdleDue> context, ShoppingCart cart, DateTimeOffset now)
    {
        cart.AbandonedAt = now;
        if (context.Saga.ToldVersion == cart.Version || await db.ReminderWishes.AnyAsync(x => x.OwnerId == cart.OwnerId && !x.IsWanted, context.CancellationToken))
            return;
        context.Saga.ToldVersion = cart.Version;
        await context.Publish(new CartAbandoned
        {
            CartId = cart.Id,
            OwnerId = cart.OwnerId,
            Version = cart.Version,
            Titles = [.. cart.Lines.Take(MostTitles).Select(line => line.Title)],
            Total = CartTotals.Total(cart.Lines),
            Currency = cart.Currency,
            LastChangedAt = cart.ChangedAt,
            IsHeldOut = context.Saga.IsHeldOut,
        });
    }

    public Task Faulted<TException>(BehaviorExceptionContext<CartWatch, CartIdleDue, TException> context, IBehavior<CartWatch, CartIdleDue> next)
        where TException : Exception => next.Faulted(context);

    public void Probe(ProbeContext context) => context.CreateScope("judgeIdleness");

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);
}
