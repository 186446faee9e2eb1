using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Channels.WhatsApp;
using EcommerceBot.Conversations.Tests.Sample;

namespace EcommerceBot.Conversations.Tests.Channels.WhatsApp;

public sealed class WebhookReaderTests
{
    [Fact]
    public void AllEntriesChangesMessagesStatusesAndErrors_AreRead()
    {
        var value = $$"""
            {"metadata":{"phone_number_id":"{{ShopUnderTest.PhoneNumberId}}"},"messages":[{{WhatsAppPost.Text("1", "a", "x")}},{{WhatsAppPost.Text("2", "b", "y")}}],
            "statuses":[{{WhatsAppPost.Status("c", "read")}}],"errors":[{"code":130429,"title":"t"}]}
            """;
        var change = $$"""{"field":"messages","value":{{value}}}""";

        var updates = Read($$"""{"object":"whatsapp_business_account","entry":[{"changes":[{{change}},{{change}}]},{"changes":[{{change}}]}]}""");

        Assert.Equal(9, updates.Messages.Count);
        Assert.Equal(3, updates.Messages.Count(x => x.IgnoredReason == "error_130429"));
        Assert.Equal(3, updates.Statuses.Count);
    }

    [Fact]
    public void SenderWithoutAPhoneNumber_IsKnownByItsBusinessScopedId()
    {
        var update = ReadOne("""{"from_user_id":"US.13491208655302741918","id":"a","timestamp":"1","type":"text","text":{"body":"hi"}}""");

        Assert.Equal("US.13491208655302741918", update.Sender);
        Assert.Null(update.SenderAlias);
    }

    [Fact]
    public void SenderWithBothIdentifiers_IsKnownByBoth()
    {
        var body = WhatsAppPost.Value($$"""
            "contacts":[{"profile":{"name":"Ada\u0007"},"wa_id":"2","user_id":"US.2"},{"profile":{"name":"Bob"},"wa_id":"1","user_id":"US.1"}],"messages":[{{WhatsAppPost.Text("1", "a", "hi")}}]
            """);

        var update = Assert.Single(Read(body).Messages);

        Assert.Equal(("1", "US.1", "Bob"), (update.Sender, update.SenderAlias, update.DisplayName));
    }

    [Theory]
    [InlineData("""{"from":"1","id":"a","type":"text"}""")]
    [InlineData("""{"from":"1","id":"a","type":"text","text":{"body":5}}""")]
    [InlineData("""{"from":"1","id":"a","type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{}}}""")]
    [InlineData("""{"from":"1","id":"a","type":"hologram"}""")]
    [InlineData("""{"from":"1","id":"a"}""")]
    public void MessageOfAnUnknownShape_IsAnsweredOrStored(string message)
    {
        var update = ReadOne(message);

        Assert.True(update.Content is UnsupportedContent or TextContent, $"{update.Content}");
    }

    [Theory]
    [InlineData("""5""", "no_sender")]
    [InlineData("""{"id":"a","type":"text","text":{"body":"hi"}}""", "no_sender")]
    [InlineData("""{"from":"1","id":"a","type":"text","text":{"body":"hi"},"group_id":"g"}""", "group")]
    [InlineData("""{"from":"1","id":"a","type":"reaction","reaction":{}}""", "needs_no_answer")]
    public void MessageForNobody_IsIgnoredWithAReason(string message, string reason) => Assert.Equal(reason, ReadOne(message).IgnoredReason);

    [Fact]
    public void MessageToAnotherNumberOfTheAccount_IsNotForUs()
    {
        var update = Assert.Single(Read(WhatsAppPost.Value($"\"messages\":[{WhatsAppPost.Text("1", "a", "hi")}]", account: "999")).Messages);

        Assert.Equal(("other_number", "999"), (update.IgnoredReason, update.Account));
    }

    [Fact]
    public void NameWithHalfASurrogate_CostsTheOthersNothing()
    {
        var updates = Read(WhatsAppPost.Messages("""{"\ud83d":1,"from":"1","id":"a","type":"text","text":{"body":"hi"}}""", WhatsAppPost.Text("1", "b", "hi")));

        Assert.Equal(2, updates.Messages.Count);
        Assert.Equal(new TextContent("hi"), updates.Messages[1].Content);
    }

    [Fact]
    public void UpdateWithoutAnId_IsKeyedByItsContent()
    {
        const string Message = """{"from":"1","type":"text","text":{"body":"hi"}}""";

        Assert.Equal(ReadOne(Message).NaturalId, ReadOne(Message).NaturalId);
        Assert.NotEqual(ReadOne(Message).NaturalId, ReadOne(Message.Replace("hi", "ho", StringComparison.Ordinal)).NaturalId);
    }

    private static EcommerceBot.Conversations.Inbound.InboundUpdate ReadOne(string message) => Assert.Single(Read(WhatsAppPost.Messages(message)).Messages);

    private static WebhookUpdates Read(string body)
    {
        using var document = JsonDocument.Parse(body);
        return WebhookReader.Read(document.RootElement, ShopUnderTest.PhoneNumberId, DateTimeOffset.UnixEpoch)!;
    }
}
