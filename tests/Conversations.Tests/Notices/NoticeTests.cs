using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Tools.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Tests.Notices;

public sealed class NoticeTests
{
    private static readonly Guid Conversation = WhatsAppPost.ConversationOf("1");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [StoreFact]
    public async Task EachNewsOfTheShop_IsSpokenOnceInTheOwnersLatestConversation()
    {
        var bodies = new List<string>();
        await using var shop = await StartAsync((turn, _, _) =>
        {
            bodies.AddRange(turn.Messages.OfType<NoticeContent>().Select(notice => notice.Body));
            return Task.FromResult(EchoAgent.Say([.. turn.Messages.Select(EchoAgent.TextOf)]));
        });
        var (checkout, owner) = (Guid.NewGuid(), await OwnerAsync(shop));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await shop.PublishAsync(new PaymentRequested { CheckoutId = checkout, OwnerId = owner, Url = "https://shop.test/pay/1", Total = 100, Currency = "EUR", ExpiresAt = default });
            await shop.PublishAsync(new PaymentDeclined { CheckoutId = checkout, OwnerId = owner, Url = "https://shop.test/pay/1", Attempt = 1, ExpiresAt = default });
            await shop.PublishAsync(new PaymentDeclined { CheckoutId = checkout, OwnerId = owner, Url = "https://shop.test/pay/1", Attempt = 2, ExpiresAt = default });
            await shop.PublishAsync(new CheckoutFailed { CheckoutId = checkout, OwnerId = owner, Code = "payment_timeout", ShortTitles = [] });
            await shop.PublishAsync(new OrderPlaced { OrderNumber = "1001", CheckoutId = checkout, OwnerId = owner, Lines = [], Totals = [], Total = 100, Currency = "EUR", PlacedAt = default });
        }

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count >= 6, "the replies");
        await shop.ReceiveAsync("1", "wamid.2", "a marker behind them");
        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Contains("a marker behind them"), "the marker");
        Assert.Equal(["notice CheckoutFailed", "notice OrderPlaced", "notice PaymentDeclined", "notice PaymentDeclined", "notice PaymentRequested"],
            (await shop.RepliesAsync(Conversation)).Where(text => text.StartsWith("notice", StringComparison.Ordinal)).Order());
        Assert.Contains(bodies, body => body.Contains("\"orderNumber\":\"1001\"", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task OwnerWithoutAConversation_HearsNothing()
    {
        await using var shop = await StartAsync(EchoAgent.AnswerAsync);

        await shop.PublishAsync(new CheckoutFailed { CheckoutId = Guid.NewGuid(), OwnerId = "key-1", Code = "canceled", ShortTitles = [] });
        await shop.PublishAsync(new CheckoutFailed { CheckoutId = Guid.NewGuid(), OwnerId = await OwnerAsync(shop), Code = "canceled", ShortTitles = [] });

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Contains("notice CheckoutFailed"), "the other owner's notice");
        Assert.Equal(2, await shop.ReadAsync(db => db.Inbound.CountAsync(Cancel)));
    }

    [StoreFact]
    public async Task NewsWhileAPersonAnswers_IsStillTold()
    {
        await using var shop = await StartAsync(EchoAgent.AnswerAsync);
        await shop.PublishAsync(new HumanHelpRequested { OwnerId = await OwnerAsync(shop), Reason = "please", RequestedAt = default });
        await Until.TrueAsync(() => shop.ReadAsync(db => db.Conversations.AnyAsync(x => x.Id == Conversation && x.State == ConversationState.WithPerson, Cancel)), "the state");

        await shop.ReceiveAsync("1", "wamid.2", "for the person");
        await shop.PublishAsync(new OrderPlaced { OrderNumber = "1001", CheckoutId = Guid.NewGuid(), OwnerId = await OwnerAsync(shop), Lines = [], Totals = [], Total = 100, Currency = "EUR", PlacedAt = default });

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Contains("notice OrderPlaced"), "the notice");
        Assert.DoesNotContain("for the person", await shop.RepliesAsync(Conversation));
    }

    [StoreFact]
    public async Task PersonAskedForElsewhere_SilencesTheConversation()
    {
        await using var shop = await StartAsync(EchoAgent.AnswerAsync);

        await shop.PublishAsync(new HumanHelpRequested { OwnerId = await OwnerAsync(shop), Reason = "please", RequestedAt = default });

        await Until.TrueAsync(() => shop.ReadAsync(db => db.Conversations.AnyAsync(x => x.Id == Conversation && x.State == ConversationState.WithPerson, Cancel)), "the state");
    }

    private static async Task<ShopUnderTest> StartAsync(Func<AgentTurn, IToolCaller, CancellationToken, Task<AgentReply>> agent)
    {
        var shop = await ShopUnderTest.StartAsync(wishes => wishes.Agent = agent);
        await shop.ReceiveAsync("1", "wamid.1", "hello");
        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the greeting");
        return shop;
    }

    private static Task<string> OwnerAsync(ShopUnderTest shop) => shop.ReadAsync(db => db.Conversations.Where(x => x.Id == Conversation).Select(x => x.OwnerId).SingleAsync(Cancel));
}
