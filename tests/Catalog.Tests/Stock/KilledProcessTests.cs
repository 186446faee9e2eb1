using System.Diagnostics;
using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Stock;

/// <summary>The module in a process of its own that reserves, pays and releases without pause, and gets a SIGKILL at a random moment. Counted on PostgreSQL from outside.</summary>
public sealed class KilledProcessTests(PostgresFixture postgres)
{
    private const string Database = "CATALOG_KILLED_DATABASE";
    private const int Pieces = 1000;

    private static readonly string[] Skus = ["K1", "K2", "K3", "K4", "K5"];
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Two in the suite; CATALOG_KILLS=100 runs the campaign in full.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("CATALOG_KILLS"), out var kills) ? kills : 2;

    [Fact]
    public async Task KilledWhileReservingPayingAndReleasing_AllIsFreeAtExpiryButWhatWasSold()
    {
        var database = await postgres.FreshAsync();
        // Without a bus of its own, which would take the killed process's work.
        await using var shop = await Shop.OpenOnAsync(database);
        await shop.ImportAsync($"sku,title,price,stock\n{string.Concat(Skus.Select(sku => $"{sku},Thing {sku},5,{Pieces}\n"))}");
        var random = new Random(4711);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = await CountAsync(shop, "SELECT count(*) AS \"Value\" FROM catalog.reservations");
            using var process = Start(database);
            await Until.TrueAsync(async () => process.HasExited || await CountAsync(shop, "SELECT count(*) AS \"Value\" FROM catalog.reservations") > before + 10, "the process to reserve");
            Assert.False(process.HasExited, "The process ended by itself.");
            await Task.Delay(random.Next(200), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        await Until.TrueAsync(async () => await shop.FreeExpiredAsync() >= 0 && await CountAsync(shop, "SELECT count(*) AS \"Value\" FROM catalog.reservations WHERE status = 'Held'") == 0, "all to expire");

        Assert.Equal(0, await CountAsync(shop, "SELECT sum(reserved)::bigint AS \"Value\" FROM catalog.stock"));
        var sold = await CountAsync(shop, "SELECT sum(l.quantity)::bigint AS \"Value\" FROM catalog.reserved_lines l JOIN catalog.reservations r ON r.checkout_id = l.checkout_id WHERE r.status = 'Committed'");
        Assert.Equal(Pieces * Skus.Length - sold, await CountAsync(shop, "SELECT sum(on_hand)::bigint AS \"Value\" FROM catalog.stock"));
        Assert.Equal(sold, await CountAsync(shop, "SELECT sum(sold)::bigint AS \"Value\" FROM catalog.sales"));
        foreach (var end in (string[])["Committed", "Released", "Expired"])
            Assert.True(await CountAsync(shop, $"SELECT count(*) AS \"Value\" FROM catalog.reservations WHERE status = '{end}'") > 0, $"Nothing was {end}.");
    }

    /// <summary>What the process above does until it is killed; never a test of its own.</summary>
    [Fact(Explicit = true)]
    public async Task ShopThatIsKilled()
    {
        await using var shop = await Shop.StartOnAsync(Environment.GetEnvironmentVariable(Database)!);
        // Ends by itself should nobody be left to kill it.
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(started) < Patience)
                await BuyAsync(shop);
        }));
    }

    private static async Task BuyAsync(Shop shop)
    {
        var checkout = Guid.NewGuid();
        await shop.SendAsync(new ReserveStock
        {
            CheckoutId = checkout,
            Lines = [.. Random.Shared.GetItems(Skus, 2).Distinct().Select(sku => new StockLine { Sku = sku, Quantity = 1 })],
            ExpiresAt = TimeProvider.System.GetUtcNow() + Hold,
        });
        if (await shop.Events.NextAsync(checkout) is not StockReserved)
            return;
        var end = Random.Shared.Next(3);
        if (end == 0)
        {
            await shop.SendAsync(new CommitStock { CheckoutId = checkout });
            await shop.Events.NextAsync(checkout);
        }
        if (end == 1)
            await shop.SendAsync(new ReleaseStock { CheckoutId = checkout });
    }

    private static Task<long> CountAsync(Shop shop, string sql) =>
        shop.ReadAsync(db => db.Database.SqlQueryRaw<long>(sql).SingleAsync(TestContext.Current.CancellationToken));

    private static Process Start(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet",
            [typeof(KilledProcessTests).Assembly.Location, "-explicit", "only", "-method", $"*{nameof(KilledProcessTests)}.{nameof(ShopThatIsKilled)}", "-noLogo"]);
        start.Environment[Database] = connectionString;
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }
}
