using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Catalog.Media.Fetching;
using EcommerceBot.Catalog.Tests.Sample;
using SkiaSharp;

namespace EcommerceBot.Catalog.Tests.Media;

public sealed class MediaApiTests
{
    [Fact]
    public async Task UploadedPicture_IsServedInItsSmallWidthsAndDeletedWithThem()
    {
        await using var shop = await Shop.StartAsync();
        using var stored = await UploadAsync(shop, SamplePicture.Png(700, 350));
        var answer = await stored.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var (url, small) = (answer.GetProperty("url").GetString()!, answer.GetProperty("small").EnumerateArray().Select(x => x.GetString()!).ToList());
        for (var turn = 0; turn < 2; turn++)
        {
            using var picture = SKBitmap.Decode(await shop.Http.GetByteArrayAsync(new Uri(small[1], UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.Equal((320, 160), (picture.Width, picture.Height));
        }
        using var deleted = await shop.Admin.DeleteAsync(new Uri($"/api/catalog{url}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        foreach (var gone in small.Append(url))
            Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.GetAsync(new Uri(gone, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task PictureOfAProduct_IsNotDeleted()
    {
        await using var shop = await Shop.StartAsync();
        using var stored = await UploadAsync(shop, SamplePicture.Png(4, 4));
        var url = (await stored.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("url").GetString()!;
        using var made = await shop.Admin.PostAsync(new Uri("/api/catalog/products", UriKind.Relative),
            JsonContent.Create(new { title = "A", media = new[] { new { url } }, variants = new[] { new { sku = "A", price = 1 } } }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var deleted = await shop.Admin.DeleteAsync(new Uri($"/api/catalog{url}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, deleted.StatusCode);
    }

    [Fact]
    public async Task WhatIsNoPicture_IsRefused()
    {
        await using var shop = await Shop.StartAsync();
        foreach (var content in new[] { "just text"u8.ToArray(), "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray(), [.. SamplePicture.Png(4, 4), .. new byte[2 * 1024 * 1024]] })
        {
            using var refused = await UploadAsync(shop, content);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        Assert.False(Directory.Exists(Path.Combine(shop.DataPath, "media")));
    }

    [Theory]
    [InlineData("http://93.184.216.34/x.png")]
    [InlineData("https://127.0.0.1/x.png")]
    [InlineData("https://localhost/x.png")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/x.png")]
    [InlineData("https://[::ffff:10.0.0.1]/x.png")]
    [InlineData("https://user:pass@example.com/x.png")]
    [InlineData("https://2130706433/x.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task AddressInside_IsRefused(string url)
    {
        await using var shop = await Shop.StartAsync();
        using var refused = await shop.Admin.PostAsync(new Uri("/api/catalog/media/fetch", UriKind.Relative), JsonContent.Create(new { url }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var words = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(words.Contains("not public", StringComparison.Ordinal) || words.Contains("no https", StringComparison.Ordinal), words);
    }

    [Fact]
    public async Task NameWithOneAddressInside_IsNotConnectedTo()
    {
        var fetch = new PictureFetch(new GuardedConnection((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Parse("10.1.2.3")]), PublicAddress.Is));
        var (content, fault) = await fetch.GetAsync("https://rebind.example/x.png", TestContext.Current.CancellationToken);
        Assert.Null(content);
        Assert.Equal("leads to an address that is not public", fault);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.8.9.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Address_IsJudged(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private static Task<HttpResponseMessage> UploadAsync(Shop shop, byte[] content) =>
        shop.Admin.PostAsync(new Uri("/api/catalog/media", UriKind.Relative), new ByteArrayContent(content), TestContext.Current.CancellationToken);
}
