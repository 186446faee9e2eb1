using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace EcommerceBot.Tools.Tests.Access;

/// <summary>The shop as an OAuth 2.1 resource server.</summary>
public sealed class OAuthTests
{
    private const string Audience = "https://shop.example/mcp";

    [Fact]
    public async Task GoodToken_ActsForItsCustomer_OrForAnOwnerOfItsOwn()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var shop = await ShopAsync(issuer);

        using var customer = await CreateCartAsync(shop, issuer.Token(Audience, token => token.Claims["customer_id"] = "customer-3"));
        using var somebody = await CreateCartAsync(shop, issuer.Token(Audience));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (customer.StatusCode, somebody.StatusCode));
        var owners = shop.Modules.Asked<CreateCart>().Select(asked => asked.OwnerId).ToList();
        Assert.Equal("customer-3", owners[0]);
        Assert.Matches("^oauth-[0-9a-f]{32}$", owners[1]);
    }

    [Theory]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("no end")]
    [InlineData("other key")]
    [InlineData("public key as secret")]
    [InlineData("unsigned")]
    public async Task WrongToken_IsRefused_AndToldWhereToGetOne(string fault)
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var shop = await ShopAsync(issuer);
        using var other = RSA.Create(2048);

        using var response = await CreateCartAsync(shop, issuer.Token(Audience, token => Spoil(token, fault, other)));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var challenge = Assert.Single(response.Headers.WwwAuthenticate).Parameter!;
        Assert.Contains("error=\"invalid_token\"", challenge, StringComparison.Ordinal);
        Assert.Contains("resource_metadata=\"https://shop.example/.well-known/oauth-protected-resource/mcp\"", challenge, StringComparison.Ordinal);
        Assert.Equal(0, shop.Modules.Count);
    }

    [Fact]
    public async Task TokenWithoutTheScope_IsForbidden_AndToldTheScope()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var shop = await ShopAsync(issuer);
        var token = issuer.Token(Audience, token => token.Claims["scope"] = "order:read");

        using var refused = await CreateCartAsync(shop, token);
        using var listed = await McpWire.PostAsync(shop, """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", ("Authorization", $"Bearer {token}"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("error=\"insufficient_scope\", scope=\"cart:write\"", Assert.Single(refused.Headers.WwwAuthenticate).Parameter, StringComparison.Ordinal);
        var tools = await listed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("get_order", tools, StringComparison.Ordinal);
        Assert.DoesNotContain("create_cart", tools, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedInShopper_BringsTheGuestsCart_OnlyWithTheKeyThatMadeIt()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var shop = await ShopAsync(issuer);
        shop.Modules.On<MergeCart>(asked => Samples.Cart(asked.CartId));
        var (key, token) = (await shop.KeyAsync("cart:write"), issuer.Token(Audience, token => token.Claims["customer_id"] = "customer-3"));
        using var asGuest = await CreateCartAsync(shop, key);
        var guest = shop.Modules.Single<CreateCart>().OwnerId;
        var call = McpWire.Call("merge_cart", """{"guest_cart_id":"cart-g","cart_id":"cart-1"}""");

        using var without = await McpWire.PostAsync(shop, call, ("Authorization", $"Bearer {token}"));
        using var wrong = await McpWire.PostAsync(shop, call, ("Authorization", $"Bearer {token}"), ("Guest-Key", key[..^2] + "xx"));
        Assert.Empty(shop.Modules.Asked<MergeCart>());
        using var with = await McpWire.PostAsync(shop, call, ("Authorization", $"Bearer {token}"), ("Guest-Key", key));

        Assert.Equal((guest, "customer-3"), (shop.Modules.Single<MergeCart>().GuestOwnerId, shop.Modules.Single<MergeCart>().OwnerId));
    }

    [Theory]
    [InlineData("/.well-known/oauth-protected-resource")]
    [InlineData("/.well-known/oauth-protected-resource/mcp")]
    public async Task Metadata_NamesTheIssuer_OrSaysThereIsNone(string path)
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var shop = await ShopAsync(issuer);
        await using var keysOnly = await Shop.StartAsync();

        var described = JsonElement.Parse(await shop.Http.GetStringAsync(new Uri(shop.Mcp, path), TestContext.Current.CancellationToken));
        using var none = await keysOnly.Http.GetAsync(new Uri(keysOnly.Mcp, path), TestContext.Current.CancellationToken);

        Assert.Equal(Audience, described.GetProperty("resource").GetString());
        Assert.Equal(issuer.Address, described.GetProperty("authorization_servers")[0].GetString());
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task HalfASetting_StopsTheStart_WithAllThatIsWrong()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => Shop.StartAsync(settings: ("Tools:OAuth:Issuer", "http://login.example")));

        Assert.Contains("Audience together", fault.Message, StringComparison.Ordinal);
        Assert.Contains("https://", fault.Message, StringComparison.Ordinal);
    }

    private static void Spoil(SecurityTokenDescriptor token, string fault, RSA other)
    {
        switch (fault)
        {
            case "audience": token.Audience = "https://other.example/mcp"; break;
            case "issuer": token.Issuer = "https://evil.example"; break;
            case "expired": token.Expires = DateTime.UtcNow.AddMinutes(-5); break;
            case "no end": token.Expires = null; break;
            case "other key": token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(other) { KeyId = "one" }, SecurityAlgorithms.RsaSha256); break;
            case "public key as secret": token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 64))) { KeyId = "one" }, SecurityAlgorithms.HmacSha256); break;
            default: token.SigningCredentials = null; break;
        }
    }

    private static async Task<Shop> ShopAsync(TokenIssuer issuer)
    {
        var shop = await Shop.StartAsync(settings: [("Tools:OAuth:Issuer", issuer.Address), ("Tools:OAuth:Audience", Audience), ("Shop:PublicUrl", "https://shop.example")]);
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1"));
        return shop;
    }

    private static Task<HttpResponseMessage> CreateCartAsync(Shop shop, string token) =>
        McpWire.PostAsync(shop, McpWire.Call("create_cart", "{}"), ("Authorization", $"Bearer {token}"));
}
