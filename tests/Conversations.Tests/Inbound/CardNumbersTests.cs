using System.Text;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Tests.Inbound;

public sealed class CardNumbersTests
{
    [Theory]
    [InlineData("4111111111111111", "****************")]
    [InlineData("my card 4111 1111 1111 1111 thanks", "my card **** **** **** **** thanks")]
    [InlineData("3782-822463-10005", "****-******-*****")]
    [InlineData("12 Elm, 4111 1111 1111 1111", "12 Elm, **** **** **** ****")]
    [InlineData("flat 7 4111 1111 1111 1111", "flat 7 **** **** **** ****")]
    [InlineData("٤١١١١١١١١١١١١١١١", "****************")]
    [InlineData("6304000000000000000", "*******************")]
    public void CardNumber_IsMasked(string text, string masked) => Assert.Equal(masked, CardNumbers.Mask(text));

    [Theory]
    [InlineData("4111111111111112")]
    [InlineData("+44 20 7946 0958")]
    [InlineData("0000000000000000")]
    [InlineData("2 boots at 129.00, size 43")]
    [InlineData("")]
    public void OtherNumbers_AreLeftAsTheyAre(string text) => Assert.Same(text, CardNumbers.Mask(text));

    [Fact]
    public void Body_KeepsItsBytesUnlessACardIsInIt()
    {
        var body = Encoding.UTF8.GetBytes("""{"a" : "caf\u00e9", "t": 1750016800}""");

        Assert.Same(body, MaskedJson.Mask(body));
        Assert.DoesNotContain("4111", Encoding.UTF8.GetString(MaskedJson.Mask(Encoding.UTF8.GetBytes("""{"a":[{"b":"4111 1111 1111 \u0031111"}]}"""))), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task CardInAMessage_IsStoredNowhere()
    {
        await using var api = await CloudApiStub.StartAsync();
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.WhatsAppApi = api.Url);

        await shop.PostWebhookAsync(WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", "pay with 4111 1111 1111 1111")));

        await Until.TrueAsync(() => api.Calls.Count == 1, "the reply");
        Assert.Equal("pay with **** **** **** ****", CloudApiStub.TextOf(api.Calls[0]));
        var row = await shop.ReadAsync(db => db.Inbound.SingleAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("4111", row.Content + Encoding.UTF8.GetString(row.Body), StringComparison.Ordinal);
    }
}
