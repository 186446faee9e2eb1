using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Products;

public abstract class WithdrawVariantTests(PostgresFixture? postgres)
{
    [Fact]
    public async Task WithdrawnVariant_IsGoneWithItsStockAndFoundNoMore()
    {
        await using var shop = await Shop.StartAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        using var held = await WithdrawAsync(shop, "boot", "BOOT-41", reserve: true);
        Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);
        Assert.Equal((2, 1), await shop.StockAsync("BOOT-41"));

        using var withdrawn = await WithdrawAsync(shop, "boot", "BOOT-42");
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        Assert.Equal("\"2\"", withdrawn.Headers.ETag!.Tag);
        Assert.Equal(0, await shop.ReadAsync(db => db.Stock.CountAsync(x => x.Sku == "BOOT-42", TestContext.Current.CancellationToken)));
        Assert.Empty((await shop.SearchAsync("black")).Products);
        Assert.Equal("boot", (await shop.SearchAsync("brown boots")).Products[0].ProductId);
        var audit = await shop.ReadAsync(db => db.Audit.Where(x => x.Sku == "BOOT-42").Select(x => $"{x.Who} {x.Kind} {x.From} {x.To} {x.Reason}").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["api:tester stock 3  withdrawn"], audit);
    }

    [Theory]
    [InlineData("sock", "SOCK", HttpStatusCode.Conflict)]
    [InlineData("boot", "SOCK", HttpStatusCode.NotFound)]
    [InlineData("nothing", "SOCK", HttpStatusCode.NotFound)]
    public async Task LastOrUnknownVariant_StaysAndIsSaid(string product, string sku, HttpStatusCode status)
    {
        await using var shop = await Shop.StartAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        using var refused = await WithdrawAsync(shop, product, sku);
        Assert.Equal(status, refused.StatusCode);
        Assert.Equal((80, 0), await shop.StockAsync("SOCK"));
    }

    [Theory]
    [InlineData("prices", """{}""", "lines")]
    [InlineData("prices", """{"lines":[null,{"sku":null,"price":5}]}""", "lines[0].sku lines[1].sku")]
    [InlineData("stock", """{"reason":"counted"}""", "lines")]
    public async Task BulkChangeWithoutLines_IsAFaultOfItsFields(string path, string body, string fields)
    {
        await using var shop = await Shop.StartAsync(postgres);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await shop.Admin.PostAsync(new Uri($"/api/catalog/{path}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(fields, string.Join(' ', problem.GetProperty("errors").EnumerateObject().Select(x => x.Name)));
    }

    private static async Task<HttpResponseMessage> WithdrawAsync(Shop shop, string product, string sku, bool reserve = false)
    {
        if (reserve)
        {
            var checkout = Guid.NewGuid();
            await shop.SendAsync(new ReserveStock { CheckoutId = checkout, Lines = [new StockLine { Sku = sku, Quantity = 1 }], ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1) });
            Assert.IsType<StockReserved>(await shop.Events.NextAsync(checkout));
        }
        return await shop.Admin.DeleteAsync(new Uri($"/api/catalog/products/{product}/variants/{sku}", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}

public sealed class EmbeddedWithdrawVariantTests() : WithdrawVariantTests(null);

public sealed class PostgresWithdrawVariantTests(PostgresFixture postgres) : WithdrawVariantTests(postgres);
