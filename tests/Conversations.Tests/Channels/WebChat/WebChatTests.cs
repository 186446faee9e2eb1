using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Tools.Contracts.Requests;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Tests.Channels.WebChat;

public sealed class WebChatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [StoreFact]
    public async Task Session_IsOpenedWithTheShopsFactsAndATokenThatIsNotStored()
    {
        await using var shop = await ShopUnderTest.StartAsync();

        var answer = await shop.Http.PostAsync(Sessions, null, Cancel);
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("""{"name":"Test shop","currency":"EUR","languages":["en","es","pt"]}""", session.GetProperty("shop").GetRawText());
        var token = session.GetProperty("token").GetString()!;
        Assert.Equal(43, token.Length);
        Assert.NotEqual(token, await shop.ReadAsync(db => db.WebChatSessions.Select(x => x.Id).SingleAsync(Cancel)));
    }

    [StoreFact]
    public async Task MessagePostedTwice_IsAcceptedTwiceAndAnsweredOnce()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        var token = await OpenAsync(shop);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(shop, token, new { id = "1", text = "hello" }));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(shop, token, new { id = "1", text = "hello" }));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(shop, token, new { id = "2", text = "a marker" }));

        await using var stream = await EventStream.OpenAsync(shop, token);
        Assert.Equal(["hello", "a marker"], [await stream.NextTextAsync(), await stream.NextTextAsync()]);
    }

    [StoreFact]
    public async Task SameClientIdInTwoSessions_AreTwoMessages()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        foreach (var token in new[] { await OpenAsync(shop), await OpenAsync(shop) })
        {
            await PostAsync(shop, token, new { id = "1", text = "hello" });
            await using var stream = await EventStream.OpenAsync(shop, token);
            Assert.Equal("hello", await stream.NextTextAsync());
        }
        Assert.Equal(2, await shop.ReadAsync(db => db.Identities.Select(x => x.OwnerId).Distinct().CountAsync(Cancel)));
    }

    [Theory]
    [StoreData("{}", "id", "body")]
    [StoreData("""{"id":"","text":""}""", "id", "text")]
    [StoreData("""{"id":"1"}""", "body")]
    [StoreData("""{"id":"1","text":"a","action":"b"}""", "body")]
    [StoreData("""{"id":1,"text":{}}""", "id", "text")]
    [StoreData("[]", "body")]
    [StoreData("{", "body")]
    public async Task FaultyMessage_IsRefusedWithAllItsFaults(string body, params string[] fields)
    {
        await using var shop = await ShopUnderTest.StartAsync();
        var token = await OpenAsync(shop);

        using var content = new StringContent(body, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json"));
        var answer = await shop.Http.PostAsync(Messages(token), content, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal(fields.Order(), problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.Equal(0, await shop.ReadAsync(db => db.Inbound.CountAsync(Cancel)));
    }

    [Theory]
    [StoreData(64, 4096, HttpStatusCode.Accepted)]
    [StoreData(65, 1, HttpStatusCode.BadRequest)]
    [StoreData(1, 4097, HttpStatusCode.BadRequest)]
    public async Task Lengths_AreLimited(int id, int text, HttpStatusCode expected)
    {
        await using var shop = await ShopUnderTest.StartAsync();

        Assert.Equal(expected, await PostAsync(shop, await OpenAsync(shop), new { id = new string('i', id), text = new string('t', text) }));
    }

    [Theory]
    [StoreData("short")]
    [StoreData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task UnknownToken_Is404(string token)
    {
        await using var shop = await ShopUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(shop, token, new { id = "1", text = "hello" }));
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.GetAsync(EventStream.Address(token), Cancel)).StatusCode);
    }

    [StoreFact]
    public async Task StreamIsResumed_ContinuesBehindTheLastEventAndLosesNone()
    {
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.Agent = (turn, _, _) =>
            Task.FromResult(EchoAgent.Say([.. turn.Messages.SelectMany(message => new[] { $"{EchoAgent.TextOf(message)} a", $"{EchoAgent.TextOf(message)} b" })])));
        var token = await OpenAsync(shop);
        await PostAsync(shop, token, new { id = "1", text = "1" });
        string last;
        await using (var first = await EventStream.OpenAsync(shop, token))
        {
            Assert.Equal("1 a", await first.NextTextAsync());
            last = first.LastId!;
        }
        await PostAsync(shop, token, new { id = "2", text = "2" });

        await using var byHeader = await EventStream.OpenAsync(shop, token, lastEventId: last);
        await using var byQuery = await EventStream.OpenAsync(shop, token, after: "3");

        Assert.Equal(["1 b", "2 a", "2 b"], [await byHeader.NextTextAsync(), await byHeader.NextTextAsync(), await byHeader.NextTextAsync()]);
        Assert.Equal("2 b", await byQuery.NextTextAsync());
        Assert.Equal("4", byQuery.LastId);
        await Until.TrueAsync(() => shop.ReadAsync(db => db.Outbound.AllAsync(x => x.State == OutboundState.Delivered, Cancel)), "delivered replies");
    }

    [StoreFact]
    public async Task Event_IsTheReplyWithItsIdFirst()
    {
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.Agent = (_, _, _) => Task.FromResult(new AgentReply
        {
            Messages = [new OutgoingMessage { Type = "products", Text = "Two:", Products = [new("p1", "Boot", new(12900, "EUR"), null, "/media/b.svg")] }],
        }));
        var token = await OpenAsync(shop);
        await PostAsync(shop, token, new { id = "1", text = "boots" });
        await using var stream = await EventStream.OpenAsync(shop, token);

        var (name, data) = await stream.NextAsync("message");

        Assert.Equal("message", name);
        Assert.Equal("""{"id":"1","type":"products","text":"Two:","options":[],"products":[{"id":"p1","title":"Boot","price":{"amount":12900,"currency":"EUR"},"imageUrl":"/media/b.svg"}]}""", data);
        Assert.Equal("no", stream.Response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.True(stream.Response.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [StoreData("opt1", "First choice")]
    [StoreData("product:p1", "Boot")]
    [StoreData("never-offered", "")]
    public async Task PressedOption_ReachesTheAgentWithTheWordsThatWereOffered(string action, string title)
    {
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.Agent = (turn, _, _) => Task.FromResult(turn.Messages[0] is TextContent
            ? new AgentReply
            {
                Messages =
                [
                    new OutgoingMessage { Type = "buttons", Text = "Choose", Options = [new("opt1", "First choice")] },
                    new OutgoingMessage { Type = "products", Text = "See", Products = [new("p1", "Boot", new(1, "EUR"))] },
                ],
            }
            : EchoAgent.Say(EchoAgent.TextOf(turn.Messages[0]))));
        var token = await OpenAsync(shop);
        await PostAsync(shop, token, new { id = "1", text = "hi" });
        await using var stream = await EventStream.OpenAsync(shop, token);
        await stream.NextTextAsync();
        await stream.NextTextAsync();

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(shop, token, new { id = "2", action }));

        Assert.Equal($"[{action}] {title}", await stream.NextTextAsync());
    }

    [StoreFact]
    public async Task Turn_ShowsTypingAndTheCart()
    {
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.Agent = async (_, tools, cancel) =>
        {
            await tools.CallAsync("get_cart", new { }, cancel);
            return EchoAgent.Say("your cart");
        });
        shop.Tools.Answers["get_cart"] = new ToolResult { IsError = false, Text = "", Content = """{"cart_id":"c","line_items":[{"quantity":2},{"quantity":3}]}""" };
        var token = await OpenAsync(shop);
        await using var stream = await EventStream.OpenAsync(shop, token);
        await stream.NextLineAsync();

        await PostAsync(shop, token, new { id = "1", text = "cart?" });

        Assert.Equal("""{"on":true}""", (await stream.NextAsync("typing")).Data);
        Assert.Equal("""{"count":5}""", (await stream.NextAsync("cart")).Data);
        Assert.Equal("""{"on":false}""", (await stream.NextAsync("typing")).Data);
    }

    private static readonly Uri Sessions = new("/chat/sessions", UriKind.Relative);

    private static Uri Messages(string token) => new($"/chat/sessions/{token}/messages", UriKind.Relative);

    private static async Task<string> OpenAsync(ShopUnderTest shop)
    {
        var answer = await shop.Http.PostAsync(Sessions, null, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()!;
    }

    private static async Task<HttpStatusCode> PostAsync(ShopUnderTest shop, string token, object message) =>
        (await shop.Http.PostAsJsonAsync(Messages(token), message, Cancel)).StatusCode;
}
