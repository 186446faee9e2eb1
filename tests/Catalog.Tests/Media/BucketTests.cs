using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Tests.Sample;
using EcommerceBot.Simulators.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Tests.Media;

/// <summary>Pictures in an S3-compatible bucket whose service checks every signature.</summary>
public sealed class BucketTests
{
    [Fact]
    public async Task UploadedPicture_LiesInTheBucketAndIsServedAndDeletedWithItsSmallCopies()
    {
        await using var s3 = await S3Simulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var shop = await Shop.StartAsync(settings: Settings(s3));
        var url = await UploadAsync(shop, SamplePicture.Png(700, 350));
        var name = url["/media/".Length..];
        Assert.Equal(("image/png", "public, max-age=31536000, immutable"), (s3.Objects[$"own/{name}"].ContentType, s3.Objects[$"own/{name}"].CacheControl));
        var served = await shop.Http.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(SamplePicture.Png(700, 350), await served.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(served.Headers.ETag);
        var small = new Uri($"/media/{MediaName.Small(name, 320)}", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await shop.Http.GetAsync(small, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(2, s3.Objects.Count);
        using var deleted = await shop.Admin.DeleteAsync(new Uri($"/api/catalog{url}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty(s3.Objects);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty(s3.Refusals);
        Assert.False(Directory.Exists(Path.Combine(shop.DataPath, "media")));
    }

    [Fact]
    public async Task WrongSecret_IsTurnedAwayByTheService()
    {
        await using var s3 = await S3Simulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var shop = await Shop.OpenAsync(settings: [.. Settings(s3), ("Media:S3:SecretKey", "guessed")]);
        var media = shop.Services.GetRequiredService<IMediaStore>();
        await Assert.ThrowsAsync<Amazon.S3.AmazonS3Exception>(() => media.SaveAsync($"{new string('a', 32)}.png", SamplePicture.Png(4, 4), TestContext.Current.CancellationToken));
        Assert.Equal(["SignatureDoesNotMatch"], s3.Refusals);
        Assert.Empty(s3.Objects);
    }

    [Fact]
    public async Task PublicBaseUrl_IsWhereProductsShowTheirPicturesFrom()
    {
        await using var shop = await Shop.StartAsync(settings: [("Media:PublicBaseUrl", "https://cdn.example.com/pictures")]);
        var url = await UploadAsync(shop, SamplePicture.Png(4, 4));
        using var made = await shop.Admin.PostAsync(new Uri("/api/catalog/products", UriKind.Relative),
            JsonContent.Create(new { id = "a", title = "Acorn", media = new[] { new { url }, new { url = "https://example.com/other.png" } }, variants = new[] { new { sku = "A", price = 1 } } }),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var shown = await shop.Http.GetFromJsonAsync<JsonElement>(new Uri("/api/catalog/products/a", UriKind.Relative), TestContext.Current.CancellationToken);
        var name = url["/media/".Length..];
        Assert.Equal([$"https://cdn.example.com/pictures/{name}", "https://example.com/other.png"], shown.GetProperty("images").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal($"https://cdn.example.com/pictures/{name}", (await shop.SearchAsync("acorn")).Products[0].ImageUrl);
    }

    [Fact]
    public async Task HalfASetting_IsToldWithAllOthersAtOnce()
    {
        await using var shop = await Shop.OpenAsync(settings: [("Media:PublicBaseUrl", "cdn"), ("Media:S3:AccessKey", "key"), ("Media:S3:ServiceUrl", "storage")]);
        var faults = Assert.Throws<OptionsValidationException>(() => shop.Services.GetRequiredService<IOptions<MediaOptions>>().Value).Message;
        foreach (var named in (string[])["Media:PublicBaseUrl", "Media:S3:ServiceUrl", "Media:S3:SecretKey", "Media:S3:Bucket"])
            Assert.Contains(named, faults, StringComparison.Ordinal);
    }

    private static (string, string)[] Settings(S3Simulator s3) =>
    [
        ("Media:S3:Bucket", S3Simulator.Bucket), ("Media:S3:ServiceUrl", s3.BaseUrl), ("Media:S3:Region", S3Simulator.Region),
        ("Media:S3:AccessKey", S3Simulator.AccessKey), ("Media:S3:SecretKey", S3Simulator.SecretKey), ("Media:S3:Prefix", "own/"),
    ];

    private static async Task<string> UploadAsync(Shop shop, byte[] content)
    {
        using var stored = await shop.Admin.PostAsync(new Uri("/api/catalog/media", UriKind.Relative), new ByteArrayContent(content), TestContext.Current.CancellationToken);
        return (await stored.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("url").GetString()!;
    }
}
