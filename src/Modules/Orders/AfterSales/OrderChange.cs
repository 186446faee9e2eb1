using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>
/// The one write path of an order that was placed: Catalog is asked with no transaction open, then the order, the customer's balances and the
/// key that makes it happen once commit together, with the event and, where a provider holds the money, the refund's command.
/// </summary>
internal sealed class OrderChange(IServiceScopeFactory scopes, IRequestClient<GetOffers> catalog, TimeProvider time)
{
    private const int MostSkus = 200;

    public delegate OrderRefused? Rule(Order order, Wallet wallet, IReadOnlyDictionary<string, VariantOffer> offers, DateTimeOffset now);

    /// <returns><see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>.</returns>
    public async Task<object> ApplyAsync(Wish wish, IReadOnlyList<string> skus, Rule rule, CancellationToken cancellationToken)
    {
        if (wish.Call.Fault is { } fault)
            return Refusals.Because("invalid_key", fault);
        // What is longer than any order is refused by the rule, without being looked up.
        var offers = skus.Count > MostSkus ? [] : await catalog.OffersAsync(skus, Offers.Patience, cancellationToken);
        return await Collisions.RetryInScopeAsync(scopes, (db, services) => ApplyAsync(db, services, wish, offers, rule, cancellationToken));
    }

    private async Task<object> ApplyAsync(
        OrdersDbContext db, IServiceProvider services, Wish wish, Dictionary<string, VariantOffer> offers, Rule rule, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!wish.IsPreview && await wish.Call.FindOutcomeAsync(db, cancellationToken) is { } earlier)
            return earlier.For<OrderDetails>() ?? earlier.For<OrderRefused>() ?? (object)Refusals.Because("key_reused", KeyedCall.ReusedSentence);
        var numbers = OrderNumber.Candidates(wish.OrderNumber);
        var order = await db.Orders.SingleOrDefaultAsync(x => numbers.Contains(x.Number) && (wish.IsOperators || x.OwnerId == wish.Call.OwnerId), cancellationToken);
        if (order is null)
            return new OrderNotFound { OrderNumber = wish.OrderNumber };
        var wallet = await Wallet.OfAsync(db, order.OwnerId, cancellationToken);
        var (now, entries) = (time.GetUtcNow(), order.Ledger.Count);
        object outcome = (object?)rule(order, wallet, offers, now) ?? order.ToContract();
        if (wish.IsPreview)
            return outcome;
        if (outcome is OrderDetails)
        {
            order.Timeline = [.. order.Timeline, new TimelineEntry(now, wish.Change, wish.IsOperators, wish.Note)];
            await TellAsync(db, services, order, wallet, entries, wish.Change, now, cancellationToken);
        }
        wish.Call.Keep(db, outcome, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private static async Task TellAsync(
        OrdersDbContext db, IServiceProvider services, Order order, Wallet wallet, int entries, string change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        order.Version++;
        await services.GetRequiredService<IPublishEndpoint>().Publish(
            new OrderChanged { OrderNumber = order.Number, OwnerId = order.OwnerId, Change = change, Status = order.Status, At = now }, cancellationToken);
        if (order.Moves is { } moves)
            await StockTelling.TellAsync(db, services.GetRequiredService<ISendEndpointProvider>(), order, moves, now, cancellationToken);
        foreach (var refund in order.Ledger.Where(entry => entry.Sequence > entries && entry.Kind == LedgerEntry.RefundKind && wallet.Find(entry.MethodId) is null))
            await services.GetRequiredService<ISendEndpointProvider>().SendCommandAsync(new RefundPayment
            {
                CheckoutId = order.CheckoutId,
                PaymentId = refund.MethodId,
                Amount = refund.Amount,
                Currency = order.Currency,
                RefundId = $"{order.Number}-{refund.Sequence}",
            }, cancellationToken);
    }
}
