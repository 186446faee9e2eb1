using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Stock;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Catalog.Tests.Stock;

public abstract class ExpiryTests(PostgresFixture? postgres)
{
    private static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task SweepBeforeCommit_PiecesAreFreeAndCommitIsRejected()
    {
        await using var shop = await StartAsync();
        var checkout = await ReserveAsync(shop);
        _time.Advance(HoldFor);
        Assert.Equal(1, await shop.FreeExpiredAsync());
        Assert.Equal((80, 0), await shop.StockAsync("SOCK"));

        await shop.SendAsync(new CommitStock { CheckoutId = checkout });
        Assert.Equal("expired", Assert.IsType<StockRejected>(await shop.Events.NextAsync(checkout)).Reason);
        Assert.Equal((80, 0), await shop.StockAsync("SOCK"));
    }

    [Fact]
    public async Task CommitBeforeSweep_PiecesAreSoldAndStaySold()
    {
        await using var shop = await StartAsync();
        var checkout = await ReserveAsync(shop);
        _time.Advance(HoldFor);
        await shop.SendAsync(new CommitStock { CheckoutId = checkout });
        Assert.IsType<StockCommitted>(await shop.Events.NextAsync(checkout));
        Assert.Equal(0, await shop.FreeExpiredAsync());
        Assert.Equal((75, 0), await shop.StockAsync("SOCK"));
    }

    [Fact]
    public async Task CommitsAndSweepsAtOnce_EachReservationEndsOnce()
    {
        await using var shop = await StartAsync();
        var checkouts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => ReserveAsync(shop)));
        _time.Advance(HoldFor);
        var sweeps = Enumerable.Range(0, 4).Select(_ => shop.FreeExpiredAsync());
        var commits = checkouts.Select(checkout => shop.SendAsync(new CommitStock { CheckoutId = checkout }));
        var freed = 0;
        await Task.WhenAll([.. commits, .. sweeps.Select(async sweep => Interlocked.Add(ref freed, await sweep))]);

        var answers = await Task.WhenAll(checkouts.Select(shop.Events.NextAsync));
        var sold = answers.OfType<StockCommitted>().Count();
        Assert.Equal(16, sold + freed);
        Assert.Equal((80 - 5 * sold, 0), await shop.StockAsync("SOCK"));
    }

    [Fact]
    public async Task BeforeItsTime_NothingIsFreed()
    {
        await using var shop = await StartAsync();
        await ReserveAsync(shop);
        _time.Advance(HoldFor - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await shop.FreeExpiredAsync());
        Assert.Equal((80, 5), await shop.StockAsync("SOCK"));
    }

    [Fact]
    public async Task Extended_IsHeldUntilTheNewTimeAndNeverShorter()
    {
        await using var shop = await StartAsync();
        var checkout = await ReserveAsync(shop);
        var longer = _time.GetUtcNow() + 2 * HoldFor;
        await shop.SendAsync(new ExtendReservation { CheckoutId = checkout, ExpiresAt = longer });
        await Until.TrueAsync(async () => await ExpiryAsync(shop, checkout) == longer, "the extension");
        await shop.SendAsync(new ExtendReservation { CheckoutId = checkout, ExpiresAt = _time.GetUtcNow() });
        await shop.SendAsync(Reserve(checkout));
        await shop.Events.NextAsync(checkout);
        Assert.Equal(longer, await ExpiryAsync(shop, checkout));
    }

    [Fact]
    public async Task SweepOfTheRunningHost_FreesByItself()
    {
        await using var shop = await StartAsync(sweeping: true);
        await ReserveAsync(shop);
        _time.Advance(HoldFor);
        await Until.TrueAsync(async () =>
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            return await shop.StockAsync("SOCK") == (80, 0);
        }, "the sweep");
    }

    /// <summary>Without the Host's own sweep a test decides whether sweep or commit comes first.</summary>
    private async Task<Shop> StartAsync(bool sweeping = false)
    {
        var shop = await Shop.StartAsync(postgres, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
            if (!sweeping)
                services.Remove(services.Single(service => service.ImplementationType == typeof(ReservationSweep)));
        });
        await shop.ImportAsync(SampleCatalog.Json);
        return shop;
    }

    private async Task<Guid> ReserveAsync(Shop shop)
    {
        var checkout = Guid.NewGuid();
        await shop.SendAsync(Reserve(checkout));
        Assert.IsType<StockReserved>(await shop.Events.NextAsync(checkout));
        return checkout;
    }

    private ReserveStock Reserve(Guid checkout) => new() { CheckoutId = checkout, Lines = [new StockLine { Sku = "SOCK", Quantity = 5 }], ExpiresAt = _time.GetUtcNow() + HoldFor };

    private static Task<DateTimeOffset> ExpiryAsync(Shop shop, Guid checkout) =>
        shop.ReadAsync(db => db.Reservations.Where(x => x.CheckoutId == checkout).Select(x => x.ExpiresAt).SingleAsync(TestContext.Current.CancellationToken));
}

public sealed class EmbeddedExpiryTests() : ExpiryTests(null);

public sealed class PostgresExpiryTests(PostgresFixture postgres) : ExpiryTests(postgres);
