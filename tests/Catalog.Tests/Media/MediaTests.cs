using System.Net;
using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Tests.Media;

public sealed class MediaTests
{
    private const string Drawing = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="url(#sky)"/></svg>""";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task PictureBesideTheFile_IsServedAsWhatItIs()
    {
        await using var shop = await Shop.StartAsync();
        var url = await ImportAsync(shop, "boot.txt", Png);
        using var response = await shop.Http.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(Png, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl!.MaxAge);

        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await shop.Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task PictureInTheMediaFolder_IsFound()
    {
        await using var shop = await Shop.StartAsync();
        var url = await ImportAsync(shop, "media/boot.svg", System.Text.Encoding.UTF8.GetBytes(Drawing), "boot.svg");
        using var response = await shop.Http.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/media/../shop.db")]
    [InlineData("/media/..%2fshop.db")]
    [InlineData("/media/%2e%2e%2fshop.db")]
    [InlineData("/media/shop.db")]
    [InlineData("/media/0123456789abcdef0123456789abcdef.png")]
    [InlineData("/media/0123456789abcdef0123456789abcdef.exe")]
    public async Task AnyOtherName_IsNotFound(string path)
    {
        await using var shop = await Shop.StartAsync();
        using var response = await shop.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task PictureThatIsNoneOrTooLargeOrAProgram_RefusesTheFileAndStoresNothing()
    {
        await using var shop = await Shop.OpenAsync();
        Assert.Contains("is not a PNG", await RefusalAsync(shop, "just text"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("is larger than 2 MB", await RefusalAsync(shop, [.. Png, .. new byte[2 * 1024 * 1024]]), StringComparison.Ordinal);
        Assert.Contains("holds the element <script>", await RefusalAsync(shop, "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray()), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(shop.DataPath, "media")));
    }

    [Theory]
    [InlineData(Drawing)]
    [InlineData("<?xml version=\"1.0\"?><!-- drawn --><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><defs><path id=\"a\" d=\"M0 0\"/></defs><use xlink:href=\"#a\"/></svg>")]
    public void PlainDrawing_IsLetThrough(string svg) => Assert.Null(Fault(svg));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"javascript:alert(1)\"><path d=\"M0 0\"/></a></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"https://example.com/x.svg#a\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect fill=\"url( 'https://example.com/x' )\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect fill=\"u\\72l(https://example.com/x)\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect style=\"background:url(https://example.com)\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><style>@import 'https://example.com/x.css'</style></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"#x\"/></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><animate attributeName=\"href\" to=\"javascript:alert(1)\"/></svg>")]
    [InlineData("<?xml-stylesheet href=\"https://example.com/x.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><path></svg>")]
    public void DrawingThatDoesMore_IsRefused(string svg) => Assert.NotNull(Fault(svg));

    private static string? Fault(string svg) => SvgCheck.FaultOf(System.Text.Encoding.UTF8.GetBytes(svg));

    private static async Task<string> ImportAsync(Shop shop, string path, byte[] picture, string? name = null)
    {
        Assert.Empty((await ImportWithAsync(shop, path, picture, name ?? path)).Faults);
        return (await shop.ReadAsync(db => db.Products.Select(x => x.ImageUrl).SingleAsync(TestContext.Current.CancellationToken)))!;
    }

    private static async Task<string> RefusalAsync(Shop shop, byte[] picture) =>
        Assert.Single((await ImportWithAsync(shop, "boot.png", picture, "boot.png")).Faults).Sentence;

    private static async Task<ImportResult> ImportWithAsync(Shop shop, string path, byte[] picture, string name)
    {
        using var folder = new TempFolder();
        folder.Write(path, picture);
        return await shop.ImportFileAsync(folder.Write("catalog.csv", $"sku,title,price,image\nB,Boots,5,{name}\n"));
    }
}
