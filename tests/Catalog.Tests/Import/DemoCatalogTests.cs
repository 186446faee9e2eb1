using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EcommerceBot.Catalog.Tests.Import;

public sealed class DemoCatalogTests
{
    [Fact]
    public async Task EmptyShop_IsFilledAndItsPicturesAreServed()
    {
        await using var shop = await Shop.StartAsync(settings: ("Shop:DemoCatalog", "true"));
        var pictures = await shop.ReadAsync(db => db.Products.Select(x => x.ImageUrl).ToListAsync(TestContext.Current.CancellationToken));
        Assert.InRange(pictures.Count, 40, 60);
        foreach (var picture in pictures)
        {
            using var response = await shop.Http.GetAsync(new Uri(picture!, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task ShopThatHoldsSomething_IsLeftAlone()
    {
        await using var shop = await Shop.OpenAsync(settings: ("Shop:DemoCatalog", "true"));
        await shop.ImportAsync(SampleCatalog.Json);
        await StartDemoAsync(shop);
        Assert.Equal(6, await CountAsync(shop));
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task NothingSaid_OnlyAShopOutsideProductionIsFilled(string environment, bool filled)
    {
        await using var shop = await Shop.OpenAsync(
            null, services => services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = environment }),
            ("Shop:DemoCatalog", ""));
        await StartDemoAsync(shop);
        Assert.Equal(filled, await CountAsync(shop) > 0);
    }

    private static Task StartDemoAsync(Shop shop) =>
        shop.Services.GetServices<IHostedService>().OfType<DemoCatalog>().Single().StartAsync(TestContext.Current.CancellationToken);

    private static Task<int> CountAsync(Shop shop) => shop.ReadAsync(db => db.Products.CountAsync(TestContext.Current.CancellationToken));
}
