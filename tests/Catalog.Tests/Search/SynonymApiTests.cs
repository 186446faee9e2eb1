using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Catalog.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog.Tests.Search;

public abstract class SynonymApiTests(PostgresFixture? postgres)
{
    [Fact]
    public async Task NewSynonym_HoldsFromTheNextSearchOnAndIsForgottenAgain()
    {
        await using var shop = await OpenAsync();
        Assert.Empty((await shop.SearchAsync("blorptik zum Tippen")).Products);
        var put = await shop.Http.PutAsJsonAsync("/api/catalog/synonyms/Blorptik%20zum%20Tippen", new { means = (string[])["Mechanical Keyboard", "mouse"] }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var found = await shop.SearchAsync("blorptik zum Tippen");
        Assert.Equal(["keyboard", "mouse"], found.Products.Select(product => product.ProductId).Order());
        Assert.Empty(found.Relaxed);

        var listed = await shop.Http.GetFromJsonAsync<JsonElement>("/api/catalog/synonyms?after=blorptij&limit=1", TestContext.Current.CancellationToken);
        Assert.Equal("blorptik zum tippen", listed[0].GetProperty("word").GetString());
        Assert.Equal(["mechanical keyboard", "mouse"], listed[0].GetProperty("means").EnumerateArray().Select(way => way.GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await shop.Http.DeleteAsync(new Uri("/api/catalog/synonyms/blorptik%20zum%20tippen", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.DeleteAsync(new Uri("/api/catalog/synonyms/blorptik%20zum%20tippen", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty((await shop.SearchAsync("blorptik zum Tippen")).Products);
    }

    [Theory]
    [InlineData("the", "[\"mouse\"]", "word")]
    [InlineData("one two three four", "[\"mouse\"]", "word")]
    [InlineData("gadget", "[]", "means")]
    [InlineData("gadget", "[\"?!\"]", "means")]
    [InlineData("gadget", "null", "means")]
    public async Task UnusableSynonym_IsRefusedByField(string word, string means, string field)
    {
        await using var shop = await OpenAsync();
        using var body = new StringContent($$"""{"means": {{means}}}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await shop.Http.PutAsync(new Uri($"/api/catalog/synonyms/{Uri.EscapeDataString(word)}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _));
    }

    private async Task<Shop> OpenAsync()
    {
        // Who may do this is the Host's matter and tested there.
        var shop = await Shop.StartAsync(postgres, services => services.AddAuthorizationBuilder().AddPolicy("admin", policy => policy.RequireAssertion(_ => true)));
        await shop.ImportAsync(SampleCatalog.Json);
        return shop;
    }
}

public sealed class EmbeddedSynonymApiTests() : SynonymApiTests(null);

public sealed class PostgresSynonymApiTests(PostgresFixture postgres) : SynonymApiTests(postgres);
