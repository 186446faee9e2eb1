using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Tests.Turns;

public sealed class JournalTests
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly Guid Conversation = WhatsAppPost.ConversationOf("1");

    [StoreFact]
    public async Task TurnDiesBetweenItsToolsAndItsCommit_TheEffectsStayOneAndTheRepliesAreTheSame()
    {
        var runs = 0;
        await using var shop = await StartAsync(async (_, tools, cancel) =>
        {
            var cart = await tools.CallAsync("create_cart", new { }, cancel);
            var filled = await tools.CallAsync("update_cart", new { CartId = "c", Quantity = 2 }, cancel);
            return ++runs < 3 ? throw new InvalidOperationException("The process died here.") : EchoAgent.Say(cart.Content, filled.Content);
        });

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 2, "the replies");
        Assert.Equal(2, shop.Tools.Effects);
        Assert.Equal(2, shop.Tools.Asked.Count);
        Assert.Equal(["""{"done":"create_cart","number":1}""", """{"done":"update_cart","number":2}"""], await shop.RepliesAsync(Conversation));
        Assert.Equal("""{"cart_id":"c","quantity":2}""", shop.Tools.Asked.Last().Arguments);
    }

    [StoreFact]
    public async Task TheSameCallTwiceInATurn_IsTwoEffectsAlsoWhenRunAgain()
    {
        var runs = 0;
        await using var shop = await StartAsync(async (_, tools, cancel) =>
        {
            var first = await tools.CallAsync("add", new { Sku = "a" }, cancel);
            var second = await tools.CallAsync("add", new { Sku = "a" }, cancel);
            return ++runs < 2 ? throw new InvalidOperationException("The process died here.") : EchoAgent.Say(first.Content, second.Content);
        });

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 2, "the replies");
        Assert.Equal(2, shop.Tools.Effects);
        Assert.Equal(2, (await shop.RepliesAsync(Conversation)).Distinct().Count());
    }

    [StoreFact]
    public async Task TheNewRunCallsSomethingElse_ItGetsAKeyOfItsOwn()
    {
        var runs = 0;
        await using var shop = await StartAsync(async (_, tools, cancel) =>
        {
            var outcome = await tools.CallAsync("add", new { Sku = runs == 0 ? "a" : "b" }, cancel);
            return ++runs < 2 ? throw new InvalidOperationException("The process died here.") : EchoAgent.Say(outcome.Content);
        });

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.Equal(2, shop.Tools.Asked.Select(question => question.Key).Distinct().Count());
    }

    [StoreFact]
    public async Task ToolDoesNotAnswerInTime_ItIsAskedAgainUnderTheSameKey()
    {
        var asked = 0;
        await using var shop = await StartAsync(async (_, tools, cancel) => EchoAgent.Say((await tools.CallAsync("add", new { }, cancel)).Content));
        shop.Tools.BeforeAnswer = _ => Interlocked.Increment(ref asked) == 1 ? shop.Tools.Silence : Task.CompletedTask;

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.Equal(["""{"done":"add","number":1}"""], await shop.RepliesAsync(Conversation));
        Assert.Equal(2, shop.Tools.Asked.Count);
        Assert.Equal(1, shop.Tools.Effects);
    }

    [StoreFact]
    public async Task ToolAwayForLongerThanATurnMayFail_TheTurnIsRunAgainUntilItActsOnce()
    {
        var asked = 0;
        await using var shop = await StartAsync(async (_, tools, cancel) => EchoAgent.Say((await tools.CallAsync("add", new { }, cancel)).Content));
        // A tool slower than its asker waits: one that never answered would hold the tools' queue, and with it the later tries.
        shop.Tools.BeforeAnswer = _ => Interlocked.Increment(ref asked) <= 2 * (MostAttempts + 1) ? Task.Delay(2 * Patience, TestContext.Current.CancellationToken) : Task.CompletedTask;

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.Equal(["""{"done":"add","number":1}"""], await shop.RepliesAsync(Conversation));
        Assert.Single(shop.Tools.Asked.Select(question => question.Key).Distinct());
        Assert.Equal(1, shop.Tools.Effects);
    }

    /// <summary>Found by the fault campaign: a turn that had waited for its second process longer than the patience gave up at the first silence.</summary>
    [StoreFact]
    public async Task TurnBegunLongAgo_TheFirstSilenceOfItsToolIsWaitedOutAllTheSame()
    {
        var (runs, asked) = (0, 0);
        ShopUnderTest? shop = null;
        await using var started = shop = await StartAsync(async (_, tools, cancel) =>
        {
            if (++runs > 1)
                return EchoAgent.Say((await tools.CallAsync("add", new { }, cancel)).Content);
            await shop!.ReadAsync(db => db.Turns.ExecuteUpdateAsync(set => set.SetProperty(x => x.StartedAt, DateTimeOffset.UtcNow.AddHours(-1)), cancel));
            throw new InvalidOperationException("The process died here.");
        });
        shop.Tools.BeforeAnswer = _ => Interlocked.Increment(ref asked) <= 2 ? Task.Delay(2 * Patience, TestContext.Current.CancellationToken) : Task.CompletedTask;

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.Equal(["""{"done":"add","number":1}"""], await shop.RepliesAsync(Conversation));
        Assert.Equal(1, shop.Tools.Effects);
    }

    /// <summary>Found by the fault campaign: "the module did not answer" was taken for the outcome, and the message lost its effect.</summary>
    [StoreFact]
    public async Task ToolSaysItsModuleGaveNoAnswer_ItIsAskedAgainUntilTheOutcomeIsKnown()
    {
        var asked = 0;
        await using var shop = await StartAsync(async (_, tools, cancel) => EchoAgent.Say((await tools.CallAsync("add", new { }, cancel)).Content));
        shop.Tools.Answers["add"] = new() { IsError = true, IsUnanswered = true, Content = "{}", Text = "ask again" };
        shop.Tools.BeforeAnswer = _ =>
        {
            if (Interlocked.Increment(ref asked) > 3)
                shop.Tools.Answers.Clear();
            return Task.CompletedTask;
        };

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.Equal(["""{"done":"add","number":1}"""], await shop.RepliesAsync(Conversation));
        Assert.Single(shop.Tools.Asked.Select(question => question.Key).Distinct());
    }

    [StoreFact]
    public async Task ToolNeverAnswers_TheAgentIsToldSoAndTheNextRunAsksUnderTheSameKey()
    {
        var (runs, silent) = (0, true);
        var told = new List<ToolOutcome>();
        await using var shop = await StartAsync(async (_, tools, cancel) =>
        {
            told.Add(await tools.CallAsync("add", new { }, cancel));
            silent = false;
            return ++runs < 2 ? throw new InvalidOperationException("The process died here.") : EchoAgent.Say(told[^1].Content);
        }, patience: TimeSpan.Zero);
        shop.Tools.BeforeAnswer = _ => silent ? shop.Tools.Silence : Task.CompletedTask;

        await shop.ReceiveAsync("1", "wamid.1", "buy");

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.True(told[0].IsError);
        Assert.Contains("\"unavailable\"", told[0].Content, StringComparison.Ordinal);
        Assert.Single(shop.Tools.Asked.Select(question => question.Key).Distinct());
        Assert.Equal(1, shop.Tools.Effects);
        Assert.Equal(1, await shop.ReadAsync(db => db.ToolCalls.CountAsync()));
    }

    private static Task<ShopUnderTest> StartAsync(
        Func<AgentTurn, IToolCaller, CancellationToken, Task<AgentReply>> agent, TimeSpan? patience = null) => ShopUnderTest.StartAsync(wishes =>
    {
        wishes.Agent = agent;
        wishes.Settings["Conversations:Turns:RetryPause"] = "00:00:00.050";
        wishes.Settings["Conversations:Turns:ToolTimeout"] = $"{Patience}";
        wishes.Settings["Conversations:Turns:SlowestToolRate"] = "1000";
        wishes.Settings["Conversations:Turns:MaxAttempts"] = $"{MostAttempts}";
        wishes.Settings["Conversations:Leases:SweepPause"] = "00:00:00.500";
        wishes.Settings["Conversations:Turns:UnansweredPatience"] = $"{patience ?? TimeSpan.FromMinutes(1)}";
    });
}
