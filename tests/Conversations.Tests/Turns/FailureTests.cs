using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Conversations.Tests.Turns;

public sealed class FailureTests
{
    private static readonly Guid Conversation = WhatsAppPost.ConversationOf("1");

    [StoreFact]
    public async Task TurnKeepsFailing_TheConversationIsParkedWithOneApologyAndLaterMessagesWait()
    {
        var runs = 0;
        await using var shop = await StartAsync((_, _, _) => ++runs > 0 ? throw new InvalidOperationException("never works") : Task.FromResult(EchoAgent.Say()));
        await shop.ReceiveAsync("1", "wamid.1", "hello");
        await Until.TrueAsync(async () => await StateAsync(shop) == ConversationState.Parked, "a parked conversation");

        await shop.ReceiveAsync("1", "wamid.2", "are you there?");
        await shop.ReceiveAsync("2", "wamid.3", "a marker behind it");
        await Until.TrueAsync(() => runs > 5, "the marker's turn");

        Assert.Single(await shop.RepliesAsync(Conversation));
        Assert.Equal(5, await shop.ReadAsync(db => db.Turns.Where(x => x.ConversationId == Conversation).Select(x => x.Attempts).SingleAsync()));
        Assert.Equal(2, await shop.ReadAsync(db => db.Inbound.CountAsync(x => x.ConversationId == Conversation && x.State == InboundState.Pending)));
    }

    [Theory]
    [StoreData("estoy buscando botas de montaña", "Lo siento")]
    [StoreData("procuro botas de caminhada", "Lamento")]
    [StoreData("I am looking for boots", "I am sorry")]
    public async Task Apology_IsInTheShoppersLanguage(string text, string beginning)
    {
        await using var shop = await StartAsync((_, _, _) => throw new InvalidOperationException("never works"));

        await shop.ReceiveAsync("1", "wamid.1", text);

        await Until.TrueAsync(async () => await StateAsync(shop) == ConversationState.Parked, "a parked conversation");
        Assert.StartsWith(beginning, Assert.Single(await shop.RepliesAsync(Conversation)), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task AgentHangs_TheTurnIsTriedAgain()
    {
        var runs = 0;
        await using var shop = await StartAsync(async (_, _, cancel) =>
        {
            if (++runs == 1)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            return EchoAgent.Say("awake");
        });

        await shop.ReceiveAsync("1", "wamid.1", "hello");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.Equal(2, runs);
    }

    [StoreFact]
    public async Task EveryAttemptKilledTheProcess_TheConversationIsParkedInsteadOfKillingTheNext()
    {
        using var data = new TempFolder();
        var ran = false;
        await using (var dead = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.StartBus) = (data, false)))
        {
            await dead.ReceiveAsync("1", "wamid.1", "poison");
            await dead.FreezeAsync((await dead.TakeAsync(Conversation))!);
            await dead.ReadAsync(db => db.Turns.ExecuteUpdateAsync(set => set.SetProperty(x => x.Attempts, 5)));
            await dead.ReadAsync(db => db.Leases.ExecuteUpdateAsync(set => set.SetProperty(x => x.Until, (DateTimeOffset?)null)));
        }

        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.Agent) = (data, (_, _, _) =>
        {
            ran = true;
            return Task.FromResult(EchoAgent.Say());
        }));

        await Until.TrueAsync(async () => await StateAsync(shop) == ConversationState.Parked, "a parked conversation");
        Assert.False(ran);
    }

    [StoreFact]
    public async Task HandedOff_TheBotIsSilentAndTheMessagesAreKept()
    {
        await using var shop = await StartAsync((turn, _, _) => Task.FromResult(EchoAgent.Say("a person will come") with { HandOff = true, Memory = "m" }));
        await shop.ReceiveAsync("1", "wamid.1", "a person please");
        await Until.TrueAsync(() => shop.Services.GetRequiredService<HandedOff>().Conversations.Contains(Conversation), "the event");

        await shop.ReceiveAsync("1", "wamid.2", "hello?");

        await Until.TrueAsync(() => shop.ReadAsync(db => db.Inbound.AnyAsync(x => x.NaturalId == "wamid.2" && x.State == InboundState.Done && x.Reason == "with_person")), "a kept row");
        Assert.Equal(["a person will come"], await shop.RepliesAsync(Conversation));
        Assert.Equal(1, await shop.ReadAsync(db => db.Turns.CountAsync(x => x.State == TurnState.Done)));
    }

    [StoreFact]
    public async Task HandedBack_TheBotAnswersAgain()
    {
        await using var shop = await StartAsync((turn, _, _) => Task.FromResult(EchoAgent.Say(EchoAgent.TextOf(turn.Messages[0])) with { HandOff = turn.Messages[0] is TextContent { Text: "person" } }));
        await shop.ReceiveAsync("1", "wamid.1", "person");
        await Until.TrueAsync(async () => await StateAsync(shop) == ConversationState.WithPerson, "the hand-over");

        await shop.PublishAsync(new HandBackConversation { ConversationId = Conversation });
        await Until.TrueAsync(async () => await StateAsync(shop) == ConversationState.Open, "an open conversation");
        await shop.ReceiveAsync("1", "wamid.2", "thank you");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Contains("thank you"), "the bot's answer");
    }

    [StoreFact]
    public async Task ParkedConversationHandedBack_WhatWaitedIsAnsweredAndTheFailedTurnIsNotRepeated()
    {
        await using var shop = await StartAsync((turn, _, _) => turn.Messages[0] is TextContent { Text: "poison" }
            ? throw new InvalidOperationException("never works") : Task.FromResult(EchoAgent.Say(EchoAgent.TextOf(turn.Messages[0]))));
        await shop.ReceiveAsync("1", "wamid.1", "poison");
        await Until.TrueAsync(async () => await StateAsync(shop) == ConversationState.Parked, "a parked conversation");
        await shop.ReceiveAsync("1", "wamid.2", "are you there?");

        await shop.PublishAsync(new HandBackConversation { ConversationId = Conversation });

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Contains("are you there?"), "the waiting message's answer");
        Assert.Equal(2, (await shop.RepliesAsync(Conversation)).Count);
    }

    [StoreFact]
    public async Task PersonReplies_TheWordsGoOutOnce()
    {
        await using var shop = await StartAsync((_, _, _) => Task.FromResult(EchoAgent.Say("a person will come") with { HandOff = true }));
        await shop.ReceiveAsync("1", "wamid.1", "a person please");
        await Until.TrueAsync(async () => await StateAsync(shop) == ConversationState.WithPerson, "the hand-over");
        var reply = new ReplyAsPerson { ReplyId = Guid.NewGuid(), ConversationId = Conversation, Text = "Hello, this is Sam." };

        await shop.PublishAsync(reply);
        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Contains(reply.Text), "the first reply");
        await shop.PublishAsync(reply);
        await shop.PublishAsync(reply with { ReplyId = Guid.NewGuid(), Text = "Anything else?" });

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Contains("Anything else?"), "the second reply");
        Assert.Single(await shop.RepliesAsync(Conversation), text => text == "Hello, this is Sam.");
    }

    [StoreFact]
    public async Task Memory_ComesBackInTheNextTurn()
    {
        await using var shop = await StartAsync((turn, _, _) => Task.FromResult(EchoAgent.Say(turn.Memory ?? "nothing") with { Memory = $"{turn.Memory}+" }));
        await shop.ReceiveAsync("1", "wamid.1", "a");
        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the first reply");
        await shop.ReceiveAsync("1", "wamid.2", "b");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 2, "the second reply");
        Assert.Equal(["nothing", "+"], await shop.RepliesAsync(Conversation));
    }

    private static Task<ShopUnderTest> StartAsync(Func<AgentTurn, IToolCaller, CancellationToken, Task<AgentReply>> agent) => ShopUnderTest.StartAsync(wishes =>
    {
        wishes.Agent = agent;
        wishes.Settings["Conversations:Turns:RetryPause"] = "00:00:00.050";
        wishes.Settings["Conversations:Turns:AgentTimeout"] = "00:00:01";
        wishes.Settings["Conversations:Turns:ToolTimeout"] = "00:00:00.400";
        wishes.Settings["Conversations:Turns:SlowestToolRate"] = "1000";
    });

    private static Task<ConversationState> StateAsync(ShopUnderTest shop) =>
        shop.ReadAsync(db => db.Conversations.Where(x => x.Id == Conversation).Select(x => x.State).SingleAsync());
}
