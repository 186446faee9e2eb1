using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Catalog.Tests.Sample;

namespace EcommerceBot.Catalog.Tests.Products;

public abstract class ProductsApiTests(PostgresFixture? postgres)
{
    private const string Boots =
        """
        {"id":"boots","title":"Hiking Boots","brand":"Highfoot","category":"Footwear","tags":["winter"],"attributes":{"material":"leather"},"texts":{"es":{"title":"Botas de montaña"}},
         "variants":[{"sku":"B-41","options":{"size":"41"},"price":13900,"compareAtPrice":15900,"prices":{"USD":{"price":14900}},"weightGrams":980,"onHand":12}]}
        """;

    [Fact]
    public async Task NewProduct_IsFoundAndToldInItsLanguagesAndCurrencies()
    {
        await using var shop = await Shop.StartAsync(postgres);
        using var made = await SendAsync(shop, HttpMethod.Post, "products", Boots);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("\"1\"", made.Headers.ETag!.Tag);
        Assert.Equal("boots", (await shop.SearchAsync("hiking boots")).Products.Single().ProductId);
        var spanish = await JsonAsync(shop, "products/boots?language=es-MX");
        Assert.Equal("Botas de montaña", spanish.GetProperty("title").GetString());
        Assert.Equal("Hiking Boots", (await JsonAsync(shop, "products/boots?language=fr")).GetProperty("title").GetString());
        Assert.Equal(15900, spanish.GetProperty("variants")[0].GetProperty("compareAtPrice").GetInt64());
        await Until.TrueAsync(() => Task.FromResult(shop.Events.Changed.Contains("boots")), "ProductChanged");
    }

    [Fact]
    public async Task ManyWrongFields_AreAllNamedAtOnceAndNothingIsMade()
    {
        await using var shop = await Shop.StartAsync(postgres);
        using var refused = await SendAsync(shop, HttpMethod.Post, "products",
            """{"title":"","slug":"Not A Slug","status":"on","colour":"red","media":[{"url":"ftp://x"}],"texts":{"x":{}},"variants":[{"sku":"A","price":"12"},{"sku":"A","price":5,"compareAtPrice":4,"currency":"EURO"}]}""");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors").EnumerateObject().Select(x => x.Name).Order();
        Assert.Equal(
            ["colour", "media[0].url", "slug", "status", "texts.x", "title", "variants[0].price", "variants[1].compareAtPrice", "variants[1].currency", "variants[1].sku"], errors);
        Assert.Equal(0, (await JsonAsync(shop, "products/records")).GetProperty("products").GetArrayLength());
    }

    [Fact]
    public async Task ChangeThatHasNotSeenTheLatest_IsRefused()
    {
        await using var shop = await Shop.StartAsync(postgres);
        await SendAsync(shop, HttpMethod.Post, "products", Boots);
        using var first = await SendAsync(shop, HttpMethod.Patch, "products/boots", """{"brand":"Other","variants":[{"sku":"B-41","price":12900}]}""", "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (first.StatusCode, first.Headers.ETag!.Tag));
        using var late = await SendAsync(shop, HttpMethod.Patch, "products/boots", """{"brand":"Third"}""", "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        var record = await JsonAsync(shop, "products/boots/record");
        Assert.Equal("Other", record.GetProperty("brand").GetString());
        Assert.Equal((12900, 980, "leather"), (record.GetProperty("variants")[0].GetProperty("price").GetInt32(), record.GetProperty("variants")[0].GetProperty("weightGrams").GetInt32(),
            record.GetProperty("attributes").GetProperty("material").GetString()));
        var changes = (await JsonAsync(shop, "audit?sku=B-41&kind=price")).GetProperty("changes");
        Assert.Equal(("13900", "12900", "api:tester"), (changes[0].GetProperty("from").GetString(), changes[0].GetProperty("to").GetString(), changes[0].GetProperty("who").GetString()));
    }

    [Fact]
    public async Task DraftAndArchived_AreNotFoundNorSoldUntilActive()
    {
        await using var shop = await Shop.StartAsync(postgres);
        await SendAsync(shop, HttpMethod.Post, "products", Boots);
        using var archived = await SendAsync(shop, HttpMethod.Delete, "products/boots", null);
        Assert.Equal(HttpStatusCode.OK, archived.StatusCode);
        Assert.Empty((await shop.SearchAsync("hiking boots")).Products);
        Assert.Empty((await shop.SearchAsync("")).Products);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.GetAsync(new Uri("/api/catalog/products/boots", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("archived", (await JsonAsync(shop, "products/records?status=archived")).GetProperty("products")[0].GetProperty("status").GetString());
        await SendAsync(shop, HttpMethod.Patch, "products/boots", """{"status":"active"}""");
        Assert.Single((await shop.SearchAsync("hiking boots")).Products);
        Assert.Single((await shop.SearchAsync("")).Products);
    }

    [Fact]
    public async Task TakenSkuOrSlugOrChangedStock_IsRefusedWithItsField()
    {
        await using var shop = await Shop.StartAsync(postgres);
        await SendAsync(shop, HttpMethod.Post, "products", Boots);
        using var taken = await SendAsync(shop, HttpMethod.Post, "products", """{"title":"X","slug":"boots","variants":[{"sku":"B-41","price":1}]}""");
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        var errors = (await taken.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors");
        Assert.True(errors.TryGetProperty("slug", out _) && errors.TryGetProperty("variants[0].sku", out _));
        using var stock = await SendAsync(shop, HttpMethod.Patch, "products/boots", """{"variants":[{"sku":"B-41","onHand":99}]}""");
        Assert.Equal(HttpStatusCode.BadRequest, stock.StatusCode);
    }

    [Fact]
    public async Task Pages_GoThroughAllOnceByCategoryAndBelow()
    {
        await using var shop = await Shop.StartAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        await SendAsync(shop, HttpMethod.Put, "categories/Outdoor", "{}");
        await SendAsync(shop, HttpMethod.Put, "categories/Footwear", """{"parent":"Outdoor"}""");
        using var ring = await SendAsync(shop, HttpMethod.Put, "categories/Outdoor", """{"parent":"Footwear"}""");
        Assert.Equal(HttpStatusCode.BadRequest, ring.StatusCode);
        var tree = await JsonAsync(shop, "categories");
        Assert.Equal(["Outdoor", "Camping", "Computers"], tree.EnumerateArray().Select(x => x.GetProperty("name").GetString()));
        Assert.Equal(2, tree[0].GetProperty("below")[0].GetProperty("products").GetInt32());
        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = await JsonAsync(shop, $"products/records?category=Outdoor&limit=1{after}");
            seen.AddRange(page.GetProperty("products").EnumerateArray().Select(x => x.GetProperty("id").GetString()!));
            after = page.GetProperty("next").ValueKind == JsonValueKind.Null ? "" : $"&after={page.GetProperty("next")}";
        }
        while (after.Length > 0);
        Assert.Equal(["boot", "sock"], seen);
    }

    [Fact]
    public async Task BulkPrices_AreAllOrNone()
    {
        await using var shop = await Shop.StartAsync(postgres);
        await shop.ImportAsync(SampleCatalog.Json);
        using var refused = await SendAsync(shop, HttpMethod.Post, "prices", """{"lines":[{"sku":"SOCK","price":1100},{"sku":"NONE","price":0}]}""");
        var errors = (await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors").EnumerateObject().Select(x => x.Name);
        Assert.Equal(["lines[1].price", "lines[1].sku"], errors.Order());
        using var done = await SendAsync(shop, HttpMethod.Post, "prices", """{"lines":[{"sku":"SOCK","price":1100},{"sku":"SOCK","currency":"USD","price":1300}]}""");
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        var sock = (await JsonAsync(shop, "products/sock/record")).GetProperty("variants")[0];
        Assert.Equal((1100, 1300), (sock.GetProperty("price").GetInt32(), sock.GetProperty("prices").GetProperty("USD").GetProperty("price").GetInt32()));
    }

    [Fact]
    public async Task WithoutTheKey_NothingIsAnswered()
    {
        await using var shop = await Shop.StartAsync(postgres);
        using var answer = await shop.Http.PostAsync(new Uri("/api/catalog/products", UriKind.Relative), JsonContent.Create(new { }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(Shop shop, HttpMethod method, string path, string? body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/catalog/{path}", UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await shop.Admin.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<JsonElement> JsonAsync(Shop shop, string path) =>
        shop.Admin.GetFromJsonAsync<JsonElement>(new Uri($"/api/catalog/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
}

public sealed class EmbeddedProductsApiTests() : ProductsApiTests(null);

public sealed class PostgresProductsApiTests(PostgresFixture postgres) : ProductsApiTests(postgres);
