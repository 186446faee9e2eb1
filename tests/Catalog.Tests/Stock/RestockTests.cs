using System.Net;
using System.Net.Http.Json;
using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Stock;

public abstract class RestockTests(PostgresFixture? postgres)
{
    [Fact]
    public async Task SameKeyTwice_PutsThePiecesBackOnceAndSaysTheyAreBack()
    {
        await using var shop = await StartAsync();
        var restock = new RestockItems
        {
            Key = "return:1", Reason = "return",
            Lines = [new StockLine { Sku = "LAMP-1", Quantity = 2 }, new StockLine { Sku = "LAMP-1", Quantity = 1 }, new StockLine { Sku = "NO-SUCH", Quantity = 4 }],
        };
        await shop.SendAsync(restock);
        await Until.TrueAsync(async () => await shop.StockAsync("LAMP-1") == (3, 0), "the restock");
        await shop.SendAsync(restock);
        await shop.SendAsync(restock with { Key = "return:2", Lines = [new StockLine { Sku = "SOCK", Quantity = 1 }] });
        await Until.TrueAsync(async () => await shop.StockAsync("SOCK") == (81, 0), "the second restock");
        Assert.Equal((3, 0), await shop.StockAsync("LAMP-1"));
        await Until.TrueAsync(() => Task.FromResult(shop.Events.Signals.OfType<BackInStock>().Any()), "BackInStock");
        Assert.Equal(("LAMP-1", 3, "lamp-gone"), shop.Events.Signals.OfType<BackInStock>().Select(x => (x.Sku, x.Available, x.ProductId)).Single());
        var audit = await shop.ReadAsync(db => db.Audit.Where(x => x.Sku == "LAMP-1" && x.Kind == "stock").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("0", "3", "return"), (audit.From, audit.To, audit.Reason));
    }

    [Fact]
    public async Task FallingToTheThreshold_IsToldOnce()
    {
        await using var shop = await StartAsync();
        var checkout = Guid.NewGuid();
        await shop.SendAsync(Reserve(checkout, ("LAMP-2", 4)));
        await shop.Events.NextAsync(checkout);
        var another = Guid.NewGuid();
        await shop.SendAsync(Reserve(another, ("LAMP-2", 1)));
        await shop.Events.NextAsync(another);
        await Until.TrueAsync(() => Task.FromResult(shop.Events.Signals.OfType<LowStock>().Any()), "LowStock");
        Assert.Equal(("LAMP-2", 3, 3), shop.Events.Signals.OfType<LowStock>().Select(x => (x.Sku, x.Available, x.Threshold)).Single());
    }

    [Fact]
    public async Task Adjustment_KeepsWhatIsPromisedAndIsDoneOncePerKey()
    {
        await using var shop = await StartAsync();
        var checkout = Guid.NewGuid();
        await shop.SendAsync(Reserve(checkout, ("SOCK", 5)));
        await shop.Events.NextAsync(checkout);
        Assert.Equal(HttpStatusCode.BadRequest, await AdjustAsync(shop, """{"reason":"counted","lines":[{"sku":"SOCK","onHand":4},{"sku":"NONE","change":1}]}"""));
        Assert.Equal((80, 5), await shop.StockAsync("SOCK"));
        for (var turn = 0; turn < 2; turn++)
            Assert.Equal(HttpStatusCode.OK, await AdjustAsync(shop, """{"reason":"broken","lines":[{"sku":"SOCK","change":-10},{"sku":"MOUSE","onHand":0}]}""", "k1"));
        Assert.Equal((70, 5), await shop.StockAsync("SOCK"));
        Assert.Equal((0, 0), await shop.StockAsync("MOUSE"));
        var audit = await shop.ReadAsync(db => db.Audit.Where(x => x.Sku == "SOCK" && x.Kind == "stock").Select(x => x.Who + x.From + x.To + x.Reason).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["api:tester8070broken"], audit);
    }

    private async Task<Shop> StartAsync()
    {
        var shop = await Shop.StartAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        return shop;
    }

    private static async Task<HttpStatusCode> AdjustAsync(Shop shop, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/catalog/stock", UriKind.Relative)) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await shop.Admin.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static ReserveStock Reserve(Guid checkout, params (string Sku, int Quantity)[] lines) => new()
    {
        CheckoutId = checkout,
        Lines = [.. lines.Select(line => new StockLine { Sku = line.Sku, Quantity = line.Quantity })],
        ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1),
    };
}

public sealed class EmbeddedRestockTests() : RestockTests(null);

public sealed class PostgresRestockTests(PostgresFixture postgres) : RestockTests(postgres);
