using System.Net;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Tests.Turns;

public sealed class OrderTests
{
    private const int Conversations = 10;
    private const int Messages = 20;

    [StoreFact]
    public async Task ManyConversationsAtOnceEachMessageTwice_EachIsAnsweredOnceInItsOrder()
    {
        await using var api = await CloudApiStub.StartAsync();
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.WhatsAppApi = api.Url);
        var senders = Enumerable.Range(0, Conversations).Select(number => $"1650555{number:0000}").ToList();

        await Task.WhenAll(senders.Select(sender => SpeakAsync(shop, sender)));

        var expected = Enumerable.Range(1, Messages).Select(number => $"{number}").ToList();
        foreach (var sender in senders)
        {
            await Until.TrueAsync(() => api.Calls.Count(call => CloudApiStub.ToOf(call) == sender) >= Messages, $"the replies to {sender}");
            Assert.Equal(expected, api.Calls.Where(call => CloudApiStub.ToOf(call) == sender).Select(CloudApiStub.TextOf));
            Assert.Equal(expected, await shop.RepliesAsync(WhatsAppPost.ConversationOf(sender)));
        }
        Assert.Equal(Conversations * Messages, await shop.ReadAsync(db => db.Inbound.CountAsync()));
    }

    [StoreFact]
    public async Task OneBodyWithManyMessages_AreAnsweredInArrayOrder()
    {
        await using var api = await CloudApiStub.StartAsync();
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.WhatsAppApi = api.Url);
        // Ids that sort against the array's order: what is stored in key order would be answered in key order.
        var numbers = Enumerable.Range(1, 30).ToList();
        var body = WhatsAppPost.Messages(numbers.Select(number => WhatsAppPost.Text("16505550000", $"wamid.{99 - number}", $"{number}")));

        await shop.PostWebhookAsync(body);

        await Until.TrueAsync(() => api.Calls.Count >= numbers.Count, "the replies");
        Assert.Equal(numbers.Select(number => $"{number}"), api.Calls.Select(CloudApiStub.TextOf));
    }

    [StoreFact]
    public async Task MessagesWhileTheAgentThinks_AreMergedIntoTheNextTurn()
    {
        var (thinking, think) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turns = new List<int>();
        await using var api = await CloudApiStub.StartAsync();
        await using var shop = await ShopUnderTest.StartAsync(wishes =>
        {
            wishes.WhatsAppApi = api.Url;
            wishes.Agent = async (turn, _, _) =>
            {
                turns.Add(turn.Messages.Count);
                thinking.TrySetResult();
                await think.Task;
                return EchoAgent.Say([.. turn.Messages.Select(EchoAgent.TextOf)]);
            };
        });
        await shop.PostWebhookAsync(WhatsAppPost.Messages(WhatsAppPost.Text("1", "wamid.1", "first")));
        await thinking.Task.WaitAsync(TestContext.Current.CancellationToken);
        foreach (var number in Enumerable.Range(2, 4))
            await shop.PostWebhookAsync(WhatsAppPost.Messages(WhatsAppPost.Text("1", $"wamid.{number}", $"{number}")));
        think.SetResult();

        await Until.TrueAsync(async () => (await shop.RepliesAsync(WhatsAppPost.ConversationOf("1"))).Count == 5, "all replies");
        Assert.Equal([1, 4], turns);
        Assert.Equal(["first", "2", "3", "4", "5"], await shop.RepliesAsync(WhatsAppPost.ConversationOf("1")));
    }

    /// <summary>Each message once the one before is acknowledged, and a copy of an earlier one in between.</summary>
    private static async Task SpeakAsync(ShopUnderTest shop, string sender)
    {
        var random = new Random(sender.GetHashCode(StringComparison.Ordinal));
        foreach (var number in Enumerable.Range(1, Messages))
        {
            foreach (var message in new[] { number, random.Next(1, number + 1) })
            {
                var answer = await shop.PostWebhookAsync(WhatsAppPost.Messages(WhatsAppPost.Text(sender, $"wamid.{sender}.{message}", $"{message}")));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }
}
