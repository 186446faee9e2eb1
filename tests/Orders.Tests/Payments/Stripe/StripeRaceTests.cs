using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Payments.Stripe;

/// <summary>
/// Payments against time-outs, cancels, lost stock and repeated reports, in random order; each ends in exactly one of order, refund or nothing
/// charged, and Stripe's books and ours add up to the cent. EB_RACES sets how many; 10,000 is the full campaign.
/// </summary>
public class StripeRaceTests
{
    private const int AtOnce = 10;

    private static readonly int Races = int.TryParse(Environment.GetEnvironmentVariable("EB_RACES"), out var races) ? races : 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task Races_EndInExactlyOneOfOrderRefundOrNothing(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);
        shop.Till.Catalog.Put("SCARCE", "Scarce Thing", 1300, Races / 2);
        shop.Till.Catalog.Put("PLENTY", "Plenty", 777, Races * 2);
        var seeds = new Random(20261123);
        foreach (var batch in Enumerable.Range(1, Races).Chunk(AtOnce))
            await Task.WhenAll(batch.Select(number => (number, seed: seeds.Next())).ToList().Select(race => RunAsync(shop, race.number, new Random(race.seed))));

        await Until.TrueAsync(() => RestAsync(shop), "every race at rest");
        await AddUpAsync(shop);
    }

    private static async Task RunAsync(StripeShop shop, int number, Random random)
    {
        var shopper = new Shopper(shop.Till, $"buyer-{number}");
        var sku = random.Next(3) == 0 ? "SCARCE" : "PLENTY";
        if (await shopper.AddAsync((await shopper.NewCartAsync()).CartId, sku, 1) is not CartContents cart)
            return;
        if (await shopper.QuoteAsync(cart.CartId) is not CheckoutDetails quote)
            return;
        await shopper.CompleteAsync(quote);
        await shopper.StandsAsync(quote.CheckoutId, "AwaitingPayment", "Failed");
        if (shop.Stripe.Sessions.All(session => session.ClientReferenceId != quote.CheckoutId.ToString()))
            return;
        var session = shop.SessionOf(quote.CheckoutId);
        List<Func<Task>> everything =
        [
            () => shop.Stripe.PayAsync(session, times: random.Next(20) == 0 ? 50 : random.Next(1, 6)),
            async () =>
            {
                if (await shop.Stripe.PayAsync(session, later: true, times: 2))
                    await shop.Stripe.SettleAsync(session, times: 2);
            },
            () => shopper.CancelAsync(quote.CheckoutId),
            () => shop.Till.PublishAsync(new PaymentTimedOut { CheckoutId = quote.CheckoutId }),
            () => shop.Till.PublishAsync(new StopCheckout { CheckoutId = quote.CheckoutId }),
            () => Task.Run(() => shop.Till.Catalog.Release(quote.CheckoutId)),
        ];
        await Task.WhenAll(everything.OrderBy(_ => random.Next()).Take(random.Next(1, 5)).Select(act => act()));
        await shop.Till.PublishAsync(new PaymentTimedOut { CheckoutId = quote.CheckoutId });
    }

    private static async Task<bool> RestAsync(StripeShop shop) =>
        await shop.Till.ReadAsync(db => db.Checkouts.AllAsync(x => x.CurrentState == "Placed" || x.CurrentState == "Failed", Token))
        && await shop.Till.ReadAsync(db => db.Orders.CountAsync(Token)) + shop.Stripe.Refunds.Count == shop.Stripe.Sessions.Count(session => session.PaymentStatus == "paid");

    private static async Task AddUpAsync(StripeShop shop)
    {
        var orders = await shop.Till.ReadAsync(db => db.Orders.AsNoTracking().ToListAsync(Token));
        var paid = shop.Stripe.Sessions.Where(session => session.PaymentStatus == "paid").ToList();

        Assert.NotEmpty(orders);
        Assert.Equal(paid.Sum(session => session.Amount) - shop.Stripe.Refunds.Sum(refund => refund.Amount), orders.Sum(order => order.Total));
        Assert.All(paid, session => Assert.True(
            orders.Count(order => order.PaymentId == session.Id) + (session.Refunded == session.Amount ? 1 : 0) == 1, $"{session.Id} is ordered and refunded, or neither."));
        Assert.All(shop.Stripe.Sessions.Except(paid), session => Assert.Equal(0, session.Refunded));
        foreach (var sku in new[] { "SCARCE", "PLENTY" })
        {
            var sold = orders.SelectMany(order => order.Lines).Where(line => line.Sku == sku).Sum(line => line.Quantity);
            Assert.Equal(((sku == "SCARCE" ? Races / 2 : Races * 2) - sold, 0), shop.Till.Catalog.Stock(sku));
        }
    }
}
