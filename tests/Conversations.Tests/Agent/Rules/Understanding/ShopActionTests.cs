using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Understanding;

public sealed class ShopActionTests
{
    [Theory]
    [InlineData("add:SKU-1", "add", "SKU-1", 1)]
    [InlineData("add:SKU-1:3", "add", "SKU-1", 3)]
    [InlineData("qty:A:B:0", "qty", "A:B", 0)]
    [InlineData("product:ridge", "product", "ridge", 0)]
    [InlineData("variants:ridge:9", "variants", "ridge", 9)]
    [InlineData("cart", "cart", "", 0)]
    public void KnownId_IsRead(string id, string verb, string subject, int number) =>
        Assert.Equal(new ShopAction(verb, subject, number), ShopAction.Parse(id));

    [Fact]
    public void PayId_CarriesItsProof() =>
        Assert.Equal(new ShopAction("pay", "c-1", Proof: "0123abcd"), ShopAction.Parse("pay:c-1:0123abcd"));

    [Theory]
    [InlineData("")]
    [InlineData("pay")]
    [InlineData("pay:c-1")]
    [InlineData("pay:c-1:")]
    [InlineData("qty:SKU")]
    [InlineData("qty:SKU:-1")]
    [InlineData("qty:SKU:1e3")]
    [InlineData("add:")]
    [InlineData("change:price")]
    [InlineData("DROP TABLE carts")]
    public void UnknownId_IsNoAction(string id) => Assert.Null(ShopAction.Parse(id));

    [Fact]
    public void TooLongId_IsNoAction() => Assert.Null(ShopAction.Parse("product:" + new string('x', 200)));
}
