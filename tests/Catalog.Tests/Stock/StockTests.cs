using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Stock;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Stock;

public abstract class StockTests(PostgresFixture? postgres)
{
    private static readonly DateTimeOffset InAnHour = TimeProvider.System.GetUtcNow().AddHours(1);

    [Fact]
    public async Task MoreBuyersThanPieces_ExactlyThePiecesAreHeld()
    {
        await using var shop = await StartAsync();
        var buyers = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();
        await Task.WhenAll(buyers.Select(buyer => shop.SendAsync(Reserve(buyer, ("MOUSE", 1)))));
        var answers = await Task.WhenAll(buyers.Select(shop.Events.NextAsync));
        Assert.Equal(50, answers.OfType<StockReserved>().Count());
        Assert.All(answers.OfType<StockRejected>(), rejected => Assert.Equal(("short", 0), (rejected.Reason, rejected.Shortages.Single().Available)));
        Assert.Equal(10, answers.OfType<StockRejected>().Count());
        Assert.Equal((50, 50), await shop.StockAsync("MOUSE"));
    }

    [Fact]
    public async Task OneLineShort_NothingIsHeldAndAllShortLinesAreNamed()
    {
        await using var shop = await StartAsync();
        var rejected = Assert.IsType<StockRejected>(await AskAsync(shop, Reserve(Guid.NewGuid(), ("SOCK", 5), ("BOOT-41", 3), ("KEY-DE", 1), ("NO-SUCH", 1))));
        Assert.Equal([("BOOT-41", 3, 2), ("KEY-DE", 1, 0), ("NO-SUCH", 1, 0)], rejected.Shortages.Select(x => (x.Sku, x.Requested, x.Available)));
        Assert.Equal((80, 0), await shop.StockAsync("SOCK"));
        Assert.Equal(0, await shop.ReadAsync(db => db.ReservedLines.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("SOCK\0")]
    [InlineData("")]
    [InlineData("' OR 1=1")]
    public async Task SkuThatCannotBe_IsShortLikeAnyUnknown(string sku)
    {
        await using var shop = await StartAsync();
        var rejected = Assert.IsType<StockRejected>(await AskAsync(shop, Reserve(Guid.NewGuid(), ("SOCK", 1), (sku, 1))));
        Assert.Equal((sku, 0), (rejected.Shortages.Single().Sku, rejected.Shortages.Single().Available));
        Assert.Equal((80, 0), await shop.StockAsync("SOCK"));
    }

    [Fact]
    public async Task SameSkuTwice_IsOneLineOfBoth()
    {
        await using var shop = await StartAsync();
        Assert.IsType<StockReserved>(await AskAsync(shop, Reserve(Guid.NewGuid(), ("SOCK", 2), ("SOCK", 3))));
        Assert.Equal((80, 5), await shop.StockAsync("SOCK"));
        Assert.IsType<StockRejected>(await AskAsync(shop, Reserve(Guid.NewGuid(), ("BOOT-41", 2), ("BOOT-41", 1))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public async Task QuantityThatIsNone_IsRejectedAndMakesNoStock(int quantity)
    {
        await using var shop = await StartAsync();
        Assert.IsType<StockRejected>(await AskAsync(shop, Reserve(Guid.NewGuid(), ("SOCK", quantity))));
        Assert.Equal((80, 0), await shop.StockAsync("SOCK"));
    }

    [Fact]
    public async Task SameCheckoutAgain_IsAnsweredAgainAndHoldsNoMore()
    {
        await using var shop = await StartAsync();
        var reserve = Reserve(Guid.NewGuid(), ("SOCK", 4));
        Assert.IsType<StockReserved>(await AskAsync(shop, reserve));
        Assert.IsType<StockReserved>(await AskAsync(shop, reserve));
        Assert.Equal((80, 4), await shop.StockAsync("SOCK"));
    }

    [Fact]
    public async Task Commit_TakesThePiecesOnceAndCountsThemAsSold()
    {
        await using var shop = await StartAsync();
        var reserve = Reserve(Guid.NewGuid(), ("SOCK", 4));
        await AskAsync(shop, reserve);
        Assert.IsType<StockCommitted>(await AskAsync(shop, new CommitStock { CheckoutId = reserve.CheckoutId }, reserve.CheckoutId));
        Assert.IsType<StockCommitted>(await AskAsync(shop, new CommitStock { CheckoutId = reserve.CheckoutId }, reserve.CheckoutId));
        Assert.Equal((76, 0), await shop.StockAsync("SOCK"));
        Assert.Equal(4, await shop.ReadAsync(db => db.Sales.Where(x => x.ProductId == "sock").Select(x => x.Sold).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Release_GivesThePiecesBackOnceAndTheCheckoutMayReserveAnew()
    {
        await using var shop = await StartAsync();
        var reserve = Reserve(Guid.NewGuid(), ("SOCK", 4), ("MOUSE", 1));
        await AskAsync(shop, reserve);
        await shop.SendAsync(new ReleaseStock { CheckoutId = reserve.CheckoutId });
        await shop.SendAsync(new ReleaseStock { CheckoutId = reserve.CheckoutId });
        var commit = new CommitStock { CheckoutId = reserve.CheckoutId };
        Assert.Equal("expired", Assert.IsType<StockRejected>(await AskAfterReleaseAsync(shop, commit)).Reason);
        Assert.Equal((80, 0), await shop.StockAsync("SOCK"));

        Assert.IsType<StockReserved>(await AskAsync(shop, Reserve(reserve.CheckoutId, ("SOCK", 7))));
        Assert.Equal((80, 7), await shop.StockAsync("SOCK"));
        Assert.Equal((50, 0), await shop.StockAsync("MOUSE"));
    }

    [Fact]
    public async Task UnknownCheckout_CommitIsRejectedAndReleaseDoesNothing()
    {
        await using var shop = await StartAsync();
        var unknown = Guid.NewGuid();
        await shop.SendAsync(new ReleaseStock { CheckoutId = unknown });
        Assert.Equal("expired", Assert.IsType<StockRejected>(await AskAsync(shop, new CommitStock { CheckoutId = unknown }, unknown)).Reason);
    }

    [Fact]
    public async Task BuyersOfCrossedLines_AllGetAnAnswerAndStockAddsUp()
    {
        await using var shop = await StartAsync();
        var buyers = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        await Task.WhenAll(buyers.Select((buyer, index) => shop.SendAsync(index % 2 == 0
            ? Reserve(buyer, ("BOOT-41", 1), ("BOOT-42", 1))
            : Reserve(buyer, ("BOOT-42", 1), ("BOOT-41", 1)))));
        var answers = await Task.WhenAll(buyers.Select(shop.Events.NextAsync));
        Assert.Equal(2, answers.OfType<StockReserved>().Count());
        Assert.Equal((2, 2), await shop.StockAsync("BOOT-41"));
        Assert.Equal((3, 2), await shop.StockAsync("BOOT-42"));
    }

    private async Task<Shop> StartAsync()
    {
        var shop = await Shop.StartAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        return shop;
    }

    private static ReserveStock Reserve(Guid checkoutId, params (string Sku, int Quantity)[] lines) => new()
    {
        CheckoutId = checkoutId,
        Lines = [.. lines.Select(line => new StockLine { Sku = line.Sku, Quantity = line.Quantity })],
        ExpiresAt = InAnHour,
    };

    private static Task<object> AskAsync(Shop shop, ReserveStock command) => AskAsync(shop, command, command.CheckoutId);

    private static async Task<object> AskAsync<T>(Shop shop, T command, Guid checkoutId) where T : class
    {
        await shop.SendAsync(command);
        return await shop.Events.NextAsync(checkoutId);
    }

    /// <summary>Release has no answer and a queue of its own, so its outcome is awaited before the next command is sent.</summary>
    private static async Task<object> AskAfterReleaseAsync(Shop shop, CommitStock command)
    {
        await Until.TrueAsync(() => shop.ReadAsync(db => db.Reservations.AnyAsync(
            x => x.CheckoutId == command.CheckoutId && x.Status == ReservationStatus.Released, TestContext.Current.CancellationToken)), "the release");
        return await AskAsync(shop, command, command.CheckoutId);
    }
}

public sealed class EmbeddedStockTests() : StockTests(null);

public sealed class PostgresStockTests(PostgresFixture postgres) : StockTests(postgres);
