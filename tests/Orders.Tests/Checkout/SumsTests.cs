using System.Collections.Concurrent;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>Whatever shoppers, providers and clocks do, in any order and over a restart: each payment ends in one order, one refund of as much, or, where it was of another amount, with the operator.</summary>
public class SumsTests
{
    private const int Shoppers = 30;
    private const int Pieces = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [BothStores(1)]
    [BothStores(20261123)]
    public async Task RandomEndings_AddUpInMoneyAndInPieces(Store store, int seed)
    {
        await using var till = await Till.OpenAsync(store);
        till.Catalog.Put("SCARCE", "Scarce Thing", 1300, Pieces);
        var elsewhere = new ConcurrentBag<PaymentSettled>();
        var random = new Random(seed);
        List<(Shopper Shopper, CheckoutDetails Checkout)> all = [];
        for (var number = 1; number <= Shoppers; number++)
        {
            if (await BeginAsync(till, number, random.Next(1, 3)) is { } begun)
                all.Add(begun);
            if (number % 10 == 0)
                await Task.WhenAll(all[Math.Max(0, all.Count - 10)..].Select(x => new Trouble(till, elsewhere, x.Shopper, x.Checkout, random.Next()).MakeAsync()));
            if (number == 20)
                await till.RestartAsync();
        }
        await Task.WhenAll(all.Select(x => till.PublishAsync(new PaymentTimedOut { CheckoutId = x.Checkout.CheckoutId })));
        foreach (var (shopper, checkout) in all)
            await shopper.StandsAsync(checkout.CheckoutId, "Placed", "Failed");

        await AddUpAsync(till, elsewhere);
    }

    /// <returns>A checkout whose stock is held and page is open or that just missed the stock; null where the shelf was empty already.</returns>
    private static async Task<(Shopper, CheckoutDetails)?> BeginAsync(Till till, int number, int pieces)
    {
        var shopper = new Shopper(till, $"customer-{number}");
        if (await shopper.AddAsync((await shopper.NewCartAsync()).CartId, "SCARCE", pieces) is not CartContents cart)
            return null;
        var checkout = Assert.IsType<CheckoutDetails>(await shopper.QuoteAsync(cart.CartId));
        Assert.IsType<CheckoutDetails>(await shopper.CompleteAsync(checkout));
        await shopper.StandsAsync(checkout.CheckoutId, "AwaitingPayment", "Failed");
        return (shopper, checkout);
    }

    private static async Task AddUpAsync(Till till, IReadOnlyCollection<PaymentSettled> elsewhere)
    {
        var onPages = await till.ReadAsync(db => db.Payments.AsNoTracking()
            .Where(x => db.PaymentEvents.Any(report => report.PaymentId == x.Id && report.Kind == "settled")).ToListAsync(Token));
        List<(string Id, long Amount)> paid = [.. onPages.Select(x => (x.Id, x.Amount)), .. elsewhere.Select(x => (x.PaymentId, x.Amount))];
        await Until.TrueAsync(async () => (await EndsAsync(till)).Select(end => end.Id).ToHashSet().IsSupersetOf(paid.Select(payment => payment.Id)), "an end for every payment");

        var ends = await EndsAsync(till);
        Assert.Equal(paid.Order(), ends.Order());
        var orders = await till.ReadAsync(db => db.Orders.AsNoTracking().ToListAsync(Token));
        // A run in which one of the ways never happened would prove nothing about it.
        Assert.InRange(orders.Count, 1, paid.Count - 1);
        var sold = orders.Sum(order => order.Lines.Sum(line => line.Quantity));
        await Until.TrueAsync(() => Task.FromResult(till.Catalog.Stock("SCARCE") == (Pieces - sold, 0)), $"{sold} pieces sold and none held");
    }

    /// <summary>Every order, every refund and every payment that waits for a person, with the payment it ended.</summary>
    private static async Task<List<(string Id, long Amount)>> EndsAsync(Till till)
    {
        var orders = await till.ReadAsync(db => db.Orders.AsNoTracking().ToListAsync(Token));
        var refunds = await till.ReadAsync(db => db.PaymentEvents.AsNoTracking().Where(x => x.Kind == "refunded").ToListAsync(Token));
        var told = till.Events.Of<PaymentRefunded>().DistinctBy(x => (x.PaymentId, x.Amount)).ToLookup(x => x.PaymentId);
        var parked = await till.ReadAsync(db => db.PaymentCases.AsNoTracking().ToListAsync(Token));
        return [.. orders.Select(x => (x.PaymentId, x.Total)), .. parked.Select(x => (x.PaymentId, x.Amount)), .. refunds.SelectMany(x => told[x.PaymentId].Select(refund => (refund.PaymentId, refund.Amount)))];
    }
}
