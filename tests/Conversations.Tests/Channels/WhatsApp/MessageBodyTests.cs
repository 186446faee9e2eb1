using System.Text.Json.Nodes;
using EcommerceBot.Conversations.Channels.WhatsApp;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Tests.Channels.WhatsApp;

public sealed class MessageBodyTests
{
    private static readonly ShopOptions Shop = new() { PublicUrl = "https://shop.test" };

    [Fact]
    public void Text_CarriesTheRecipientAndTheRow()
    {
        var row = Guid.NewGuid();

        var body = MessageBody.Of(Delivery(Text("hello"), "16505551234", row), Shop);

        Assert.Equal("16505551234", (string?)body["to"]);
        Assert.Equal($"{row:N}", (string?)body["biz_opaque_callback_data"]);
        Assert.Equal("hello", (string?)body["text"]!["body"]);
    }

    [Theory]
    [InlineData("US.13491208655302741918")]
    [InlineData("US.ENT.11815799212886844830")]
    public void CustomerWithoutAPhoneNumber_IsReachedByRecipient(string id)
    {
        var body = MessageBody.Of(Delivery(Text("hello"), id), Shop);

        Assert.Equal(id, (string?)body["recipient"]);
        Assert.False(body.ContainsKey("to"));
    }

    [Fact]
    public void LongText_IsCutAtWordsIntoSeveralMessages()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"word{number}"));

        var portions = Portions.Of(Text(text), Shop).ToList();

        Assert.All(portions, portion => Assert.InRange(portion.Text.Length, 1, WhatsAppLimits.Text));
        Assert.Equal(text, string.Join(' ', portions.Select(portion => portion.Text)));
    }

    [Fact]
    public void TextWithoutAnySpace_IsCutBetweenWholeCharacters()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F600", 5_000));

        var portions = Portions.Of(Text("x" + text), Shop).ToList();

        Assert.Equal("x" + text, string.Concat(portions.Select(portion => portion.Text)));
        Assert.All(portions, portion => Assert.DoesNotContain('\uFFFD', string.Concat(portion.Text.EnumerateRunes())));
    }

    [Fact]
    public void ThreeButtons_AreButtonsWithTitlesCutAndApart()
    {
        var body = Single(Message("buttons", [Option("a", "Add the first one to my cart"), Option("b", "Add the first one to my list"), Option("c", "No")]));

        var titles = body["interactive"]!["action"]!["buttons"]!.AsArray().Select(button => (string)button!["reply"]!["title"]!).ToList();
        Assert.Equal("button", (string?)body["interactive"]!["type"]);
        Assert.All(titles, title => Assert.InRange(title.Length, 1, 20));
        Assert.Equal(3, titles.Distinct().Count());
    }

    [Fact]
    public void FourButtons_BecomeAList() => Assert.Equal("list", (string?)Single(Message("buttons", Options(4)))["interactive"]!["type"]);

    [Fact]
    public void MoreRowsThanAListHolds_BecomeFurtherLists()
    {
        var bodies = Bodies(Message("list", [.. Options(23), Option("id0", "a second of the same id")]));

        Assert.Equal([10, 10, 3], bodies.Select(body => Rows(body).Count));
        Assert.Equal(23, bodies.SelectMany(Rows).Select(row => (string?)row["id"]).Distinct().Count());
    }

    [Fact]
    public void LongWordsBeforeAList_GoAheadAsText()
    {
        var bodies = Bodies(Message("list", Options(2)) with { Text = string.Concat(Enumerable.Repeat("many words ", 300)) });

        Assert.True(bodies.Count > 2);
        Assert.All(bodies.SkipLast(1), body => Assert.Equal("text", (string?)body["type"]));
        Assert.InRange(((string)bodies[^1]["interactive"]!["body"]!["text"]!).Length, 1, 1024);
    }

    [Fact]
    public void Products_AreRowsThatNameTheirPriceAndWhatTheTitleHadNoRoomFor()
    {
        var body = Single(new OutgoingMessage
        {
            Type = "products",
            Text = "These fit:",
            Products = [new("p1", "Wool socks", new(1050, "EUR"), "Warm"), new("p2", "Trail boot Ridge, waterproof leather", new(12900, "JPY"), null)],
            Label = "See all the products here",
        });

        var rows = Rows(body);
        Assert.Equal(("product:p1", "Wool socks", "10.50 EUR · Warm"), Row(rows[0]));
        Assert.Equal(("product:p2", "Trail boot Ridge, water…", "12900 JPY · Trail boot Ridge, waterproof leather"), Row(rows[1]));
        Assert.InRange(((string)body["interactive"]!["action"]!["button"]!).Length, 1, 20);
    }

    [Fact]
    public void Link_IsTextWithTheWholeAddress() =>
        Assert.Equal("Pay here\nhttps://shop.test/pay/1", (string?)Single(Text("Pay here") with { Type = "link", Url = "/pay/1", Label = "Pay" })["text"]!["body"]);

    [Theory]
    [InlineData("/media/boot.png", "image")]
    [InlineData("/media/boot.SVG?x=1", "text")]
    public void Picture_IsSentWhenWhatsAppCanShowIt(string url, string type)
    {
        var body = Single(Text("A boot") with { Type = "image", Url = url });

        Assert.Equal(type, (string?)body["type"]);
        Assert.Equal(type == "image" ? $"https://shop.test{url}" : null, (string?)body["image"]?["link"]);
    }

    [Fact]
    public void NothingToSay_IsNothingToSend() => Assert.Empty(Portions.Of(Text("  "), Shop));

    private static (string?, string?, string?) Row(JsonNode row) => ((string?)row["id"], (string?)row["title"], (string?)row["description"]);

    private static List<JsonNode> Rows(JsonObject body) => [.. body["interactive"]!["action"]!["sections"]![0]!["rows"]!.AsArray().Select(row => row!)];

    private static JsonObject Single(OutgoingMessage message) => Assert.Single(Bodies(message));

    private static List<JsonObject> Bodies(OutgoingMessage message) => [.. Portions.Of(message, Shop).Select(portion => MessageBody.Of(Delivery(portion, "1"), Shop))];

    private static OutgoingMessage Text(string text) => new() { Type = "text", Text = text };

    private static OutgoingMessage Message(string type, IReadOnlyList<MessageOption> options) => new() { Type = type, Text = "Choose:", Options = options };

    private static List<MessageOption> Options(int count) => [.. Enumerable.Range(0, count).Select(number => Option($"id{number}", $"Title {number}"))];

    private static MessageOption Option(string id, string title) => new(id, title);

    private static OutboundDelivery Delivery(OutgoingMessage message, string to, Guid? row = null) => new(row ?? Guid.NewGuid(), new Conversation
    {
        Id = Guid.NewGuid(), Channel = "whatsapp", Account = "1", ExternalId = to, OwnerId = "customer-1", LastInboundAt = default, CreatedAt = default,
    }, message, 1);
}
