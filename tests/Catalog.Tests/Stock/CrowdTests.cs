using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Catalog.Tests.Stock;

/// <summary>Crowds before several replicas on one PostgreSQL, counted from outside. PostgreSQL itself counts the deadlocks, so that no retry can hide one.</summary>
public sealed class CrowdTests(PostgresFixture postgres)
{
    /// <summary>Five in the suite; CATALOG_CROWD_ROUNDS=50 runs the campaign in full.</summary>
    public static TheoryData<int> Rounds =>
        new(Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("CATALOG_CROWD_ROUNDS"), out var rounds) ? rounds : 5));

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task TwoHundredBuyersOfFiftyPieces_ExactlyFiftyAreSold(int round)
    {
        await using var crowd = await Crowd.StartAsync(postgres, replicas: 2);
        await crowd.ImportAsync(("LAST", 50), ("OTHER", 1000 * round));
        var answers = await Crowd.AllAsync(200, async buyer =>
        {
            var answer = await crowd.AskAsync(buyer, Reserve(buyer, ["OTHER", "LAST"]));
            return answer is StockReserved ? await crowd.AskAsync(buyer, new CommitStock { CheckoutId = buyer }) : answer;
        });
        Assert.Equal((50, 150), (answers.OfType<StockCommitted>().Count(), answers.OfType<StockRejected>().Count()));
        Assert.Equal((0, 0), await crowd.StockAsync("LAST"));
        Assert.Equal((1000 * round - 50, 0), await crowd.StockAsync("OTHER"));
        Assert.Equal(50, await crowd.CountAsync("SELECT sum(sold) FROM catalog.sales WHERE product_id = 'last'"));
    }

    [Fact]
    public async Task FiveHundredCartsOfTenSharedSkusInAnyOrder_NoDeadlockAndAllAddsUp()
    {
        // Lower and upper case, because a collation orders them otherwise than their bytes.
        string[] skus = ["a1", "B1", "c1", "D1", "e1", "F1", "g1", "H1", "i1", "J1"];
        await using var crowd = await Crowd.StartAsync(postgres, replicas: 2, collated: true, patient: true);
        await crowd.ImportAsync([.. skus.Select(sku => (sku, 400))]);
        var random = new Random(4711);
        var carts = Enumerable.Range(0, 500).Select(_ => skus.OrderBy(_ => random.Next()).ToArray()).ToArray();
        var (number, released) = (-1, 0);
        var answers = await Crowd.AllAsync(500, async buyer =>
        {
            var mine = Interlocked.Increment(ref number);
            var answer = await crowd.AskAsync(buyer, Reserve(buyer, carts[mine]));
            if (answer is not StockReserved)
                return answer;
            if (mine % 3 == 0)
            {
                Interlocked.Increment(ref released);
                await crowd.SendAsync(new ReleaseStock { CheckoutId = buyer });
            }
            return mine % 3 == 1 ? await crowd.AskAsync(buyer, new CommitStock { CheckoutId = buyer }) : answer;
        });
        Assert.Equal(500, answers.Count);
        await Until.TrueAsync(async () => await crowd.CountAsync("SELECT count(*) FROM catalog.reservations WHERE status = 'Released'") == released, "the releases");
        var (sold, held) = (answers.OfType<StockCommitted>().Count(), answers.OfType<StockReserved>().Count() - released);
        foreach (var sku in skus)
            Assert.Equal((400 - sold, held), await crowd.StockAsync(sku));
        Assert.Equal(0, await crowd.CountAsync("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    [Fact]
    public async Task SweepsOfThreeReplicasAgainstPayments_EachReservationEndsOnce()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var crowd = await Crowd.StartAsync(postgres, replicas: 3, configure: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        await crowd.ImportAsync(("ONE", 300), ("TWO", 300));
        var until = time.GetUtcNow().AddMinutes(15);
        var buyers = new System.Collections.Concurrent.ConcurrentBag<Guid>();
        await Crowd.AllAsync(120, async buyer =>
        {
            buyers.Add(buyer);
            return await crowd.AskAsync(buyer, Reserve(buyer, ["TWO", "ONE"], until));
        });
        time.Advance(TimeSpan.FromMinutes(15));
        var sweeps = Enumerable.Range(0, 9).Select(turn => crowd.FreeExpiredAsync(turn % 3)).ToList();
        var paid = await Task.WhenAll(buyers.Select(buyer => crowd.AskAsync(buyer, new CommitStock { CheckoutId = buyer })));
        await Task.WhenAll(sweeps);
        var sold = paid.OfType<StockCommitted>().Count();
        Assert.Equal(120 - sold, await crowd.CountAsync("SELECT count(*) FROM catalog.reservations WHERE status = 'Expired'"));
        Assert.Equal((300 - sold, 0), await crowd.StockAsync("ONE"));
        Assert.Equal((300 - sold, 0), await crowd.StockAsync("TWO"));
    }

    [Fact]
    public async Task SameCheckoutFromManySidesAtOnce_HoldsItsPiecesOnce()
    {
        await using var crowd = await Crowd.StartAsync(postgres, replicas: 3, patient: true);
        await crowd.ImportAsync(("ONE", 300));
        var checkout = Guid.NewGuid();
        for (var turn = 1; turn <= 3; turn++)
        {
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => crowd.SendAsync(Reserve(checkout, ["ONE"]))));
            foreach (var _ in Enumerable.Range(0, 12))
                Assert.IsType<StockReserved>(await crowd.Events.NextAsync(checkout));
            Assert.Equal((300, 1), await crowd.StockAsync("ONE"));
            await crowd.SendAsync(new ReleaseStock { CheckoutId = checkout });
            await Until.TrueAsync(async () => await crowd.StockAsync("ONE") == (300, 0), "the release");
        }
    }

    private static ReserveStock Reserve(Guid buyer, string[] skus, DateTimeOffset? until = null) => new()
    {
        CheckoutId = buyer,
        Lines = [.. skus.Select(sku => new StockLine { Sku = sku, Quantity = 1 })],
        ExpiresAt = until ?? TimeProvider.System.GetUtcNow().AddHours(1),
    };
}
