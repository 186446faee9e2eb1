using System.Net;
using System.Net.Http.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Policies;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog.Tests.Policies;

public abstract class PolicyTests(PostgresFixture? postgres)
{
    private const string Returns = "---\ntitle: Returns\nkind: returns\nurl: /pages/returns\n---\nSend anything back within **30 days**.\n\n## Refunds\n\nMoney comes back to your card within five days.\n\n## Exchanges\n\nAnother size is free.\n";
    private const string Devoluciones = "# Devoluciones\n\nDevuelve lo que quieras en 30 días.\n\n## Reembolsos\n\nEl dinero vuelve a tu tarjeta.\n";
    private const string Shipping = "# Shipping\n\nParcels travel two days. [Track yours](https://example.com/track).\n";

    [Fact]
    public async Task FolderOfMarkdown_IsFoundByPassageWithTitleAndLink()
    {
        await using var shop = await ShopWithFolderAsync();
        var found = await FindAsync(shop, "when do I get my refund?");
        Assert.Equal(("Returns — Refunds", "returns", "/pages/returns", "returns", "en"), Told(found.Passages[0]));
        Assert.Equal("Money comes back to your card within five days.", found.Passages[0].Text);
        Assert.Equal("shipping", (await FindAsync(shop, "parcel tracking")).Passages[0].Slug);
        Assert.Empty((await FindAsync(shop, "zeppelin")).Passages);
        Assert.Equal(2, (await FindAsync(shop, "", limit: 10)).Passages.Count);
    }

    [Fact]
    public async Task AskedInALanguage_AnswersInItAndElseInTheDefaultOne()
    {
        await using var shop = await ShopWithFolderAsync();
        var spanish = await FindAsync(shop, "devolución", "es-MX");
        Assert.All(spanish.Passages, passage => Assert.Equal("es", passage.Language));
        Assert.NotEmpty(spanish.Passages);
        Assert.Equal("en", Assert.Single((await FindAsync(shop, "parcels", "es")).Passages).Language);
        Assert.Equal("es", (await FindAsync(shop, "", "es", 10)).Passages.Single(x => x.Slug == "returns").Language);
    }

    [Fact]
    public async Task WrittenByRest_ReplacesWhatWasFoundBefore()
    {
        await using var shop = await ShopWithFolderAsync();
        Assert.Equal(HttpStatusCode.OK, await PutAsync(shop, "returns", new { title = "Returns", kind = "returns", body = "Ninety days, no questions." }, "\"1\""));
        Assert.Empty((await FindAsync(shop, "refund card")).Passages);
        Assert.Equal("Returns", (await FindAsync(shop, "ninety days")).Passages[0].Title);
        Assert.Equal(HttpStatusCode.PreconditionFailed, await PutAsync(shop, "returns", new { title = "Returns", body = "Other." }, "\"1\""));
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(shop, "Not-A-Slug", new { title = "", kind = "x", body = "" }));
        using var gone = await shop.Admin.DeleteAsync(new Uri("/api/catalog/policies/returns", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Empty((await FindAsync(shop, "devolución", "es")).Passages);
    }

    [Fact]
    public async Task NaughtyWords_AreAnsweredNormally()
    {
        await using var shop = await ShopWithFolderAsync();
        foreach (var words in new[] { "'; DROP TABLE x;--", "\0\u0001 refund", "\"refund\" OR *", "NEAR(refund", new string('x', 10_000), "退货", "'' & |" })
            Assert.NotNull((await FindAsync(shop, words)).Passages);
    }

    [Fact]
    public async Task OneBadFile_NamesItAndWritesNone()
    {
        await using var shop = await Shop.OpenAsync(postgres);
        using var folder = new TempFolder();
        folder.Write("good.md", "# Good\n\nWords.");
        folder.Write("bad.md", "---\ncolour: red\n---\nWords.");
        var (done, said) = await ImportAsync(shop, folder.Path);
        Assert.False(done);
        Assert.Contains("bad.md, line 2: colour: red is none of", said, StringComparison.Ordinal);
        Assert.Empty((await FindAsync(shop, "")).Passages);
    }

    private async Task<Shop> ShopWithFolderAsync()
    {
        var shop = await Shop.StartAsync(postgres);
        using var folder = new TempFolder();
        folder.Write("returns.md", Returns);
        folder.Write("returns.es.md", Devoluciones);
        folder.Write("more/shipping.md", Shipping);
        for (var turn = 0; turn < 2; turn++)
            Assert.True((await ImportAsync(shop, folder.Path)).Done);
        return shop;
    }

    private static async Task<(bool Done, string Said)> ImportAsync(Shop shop, string folder)
    {
        await using var said = new StringWriter();
        return (await shop.Services.ImportPoliciesAsync(folder, false, said, TestContext.Current.CancellationToken), said.ToString());
    }

    private static Task<PoliciesFound> FindAsync(Shop shop, string query, string? language = null, int limit = 5) => shop.InScopeAsync(scope => scope
        .GetRequiredService<PolicySearch>().FindAsync(new SearchPolicies { Query = query, Language = language, Limit = limit }, TestContext.Current.CancellationToken));

    private static async Task<HttpStatusCode> PutAsync(Shop shop, string slug, object body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/catalog/policies/{slug}", UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await shop.Admin.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static (string, string, string?, string, string) Told(PolicyPassage passage) => (passage.Title, passage.Slug, passage.Url, passage.Kind, passage.Language);
}

public sealed class EmbeddedPolicyTests() : PolicyTests(null);

public sealed class PostgresPolicyTests(PostgresFixture postgres) : PolicyTests(postgres);
