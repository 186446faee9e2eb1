using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Import;

/// <summary>On PostgreSQL an import is not alone: buyers hold what it counts, and other replicas import too.</summary>
public sealed class ImportAmongOthersTests(PostgresFixture postgres)
{
    private const int Products = 450;

    [Fact]
    public async Task BuyersDuringImportsOfOtherCounts_NobodyFailsAndNothingIsSoldTwice()
    {
        await using var crowd = await Crowd.StartAsync(postgres, replicas: 2);
        await crowd.ImportAsync(Counted(500));
        var buying = Crowd.AllAsync(120, async buyer =>
        {
            // From both ends of the file, so that an import that locked in its order would meet them head-on.
            string[] skus = ["P0001", $"P{Products - 1:0000}", "P0200", "P0100"];
            var reserve = new ReserveStock
            {
                CheckoutId = buyer,
                Lines = [.. skus.Select(sku => new StockLine { Sku = sku, Quantity = 1 })],
                ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1),
            };
            Assert.IsType<StockReserved>(await crowd.AskAsync(buyer, reserve));
            return await crowd.AskAsync(buyer, new CommitStock { CheckoutId = buyer });
        });
        for (var count = 501; !buying.IsCompleted || count < 504; count++)
            await crowd.ImportAsync(Counted(count));

        Assert.All(await buying, answer => Assert.IsType<StockCommitted>(answer));
        await crowd.ImportAsync(Counted(700));
        Assert.Equal((700, 0), await crowd.StockAsync("P0001"));
        Assert.Equal(120, await crowd.CountAsync("SELECT sold FROM catalog.sales WHERE product_id = 'p0200'"));
        Assert.Equal(0, await crowd.CountAsync("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    [Fact]
    public async Task ThreeReplicasImportTheSameAtOnce_EachProductIsThereOnce()
    {
        await using var crowd = await Crowd.StartAsync(postgres, replicas: 3);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(replica => crowd.ImportAsync(replica, Counted(5))));
        Assert.Equal(Products, await crowd.CountAsync("SELECT count(*) FROM catalog.products"));
        Assert.Equal(Products, await crowd.CountAsync("SELECT count(DISTINCT position) FROM catalog.search_documents"));
        Assert.Equal(Products, await crowd.CountAsync("SELECT products FROM catalog.search_words WHERE word = 'thing'"));
    }

    /// <summary>From the last SKU to the first.</summary>
    private static (string, int)[] Counted(int stock) => [.. Enumerable.Range(0, Products).Reverse().Select(number => ($"P{number:0000}", stock))];
}
