using System.Net;
using System.Net.Http.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Tests.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog.Tests.Products;

public abstract class ProductRequestTests(PostgresFixture? postgres)
{
    [Theory]
    [InlineData("boot")]
    [InlineData("BOOT-42")]
    public async Task ProductByItsIdOrASku_IsShownWithItsVariantsInOrder(string id)
    {
        await using var shop = await StartAsync();
        var boot = await shop.Http.GetFromJsonAsync<ProductDetails>(new Uri($"/api/catalog/products/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("boot", boot!.ProductId);
        Assert.Equal([("BOOT-41", 2), ("BOOT-42", 3)], boot.Variants.Select(variant => (variant.Sku, variant.Available)));
        Assert.Equal("brown", boot.Variants[0].Options["colour"]);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("%27%20OR%201=1")]
    [InlineData("%ED%A0%80")]
    public async Task UnknownProduct_IsNotFound(string id)
    {
        await using var shop = await StartAsync();
        using var response = await shop.Http.GetAsync(new Uri($"/api/catalog/products/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.NotNull(await response.Content.ReadFromJsonAsync<ProductNotFound>(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SearchOverHttp_AnswersAsTheBusDoes()
    {
        await using var shop = await StartAsync();
        var found = await shop.Http.GetFromJsonAsync<ProductsFound>(new Uri("/api/catalog/products?q=mecanical%20keybord&limit=1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("keyboard", Assert.Single(found!.Products).ProductId);
        Assert.Equal("mechanical keyboard", found.SearchedFor);
    }

    [Fact]
    public async Task Offers_LeaveUnknownSkusOut()
    {
        await using var shop = await StartAsync();
        var offers = await shop.InScopeAsync(async scope => (await scope.GetRequiredService<IRequestClient<GetOffers>>()
            .GetResponse<OffersFound>(new GetOffers { Skus = ["SOCK", "NO-SUCH", "SOCK\0", "KEY-DE", "SOCK"] }, TestContext.Current.CancellationToken)).Message.Offers);
        Assert.Equal([("KEY-DE", 9490, 0, "Mechanical Keyboard"), ("SOCK", 1200, 80, "Hiking Socks")], offers.OrderBy(x => x.Sku).Select(x => (x.Sku, x.Price, x.Available, x.Title)));
    }

    private async Task<Shop> StartAsync()
    {
        var shop = await Shop.StartAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        return shop;
    }
}

public sealed class EmbeddedProductRequestTests() : ProductRequestTests(null);

public sealed class PostgresProductRequestTests(PostgresFixture postgres) : ProductRequestTests(postgres);
