using EcommerceBot.Conversations.Channels.WebChat;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Conversations.Retention;
using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Conversations.Tests.Retention;

public sealed class OldRowsTests
{
    private static readonly Guid Conversation = WhatsAppPost.ConversationOf("1");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [StoreFact]
    public async Task KeptLongEnough_FinishedRowsGoAndTheLastReplyStays()
    {
        await using var shop = await StartAsync();
        await AnswerAsync(shop, "wamid.1", "one", "two");
        _time.Advance(TimeSpan.FromDays(31));
        await AnswerAsync(shop, "wamid.2", "three");

        // One message, its turn and its two replies.
        Assert.Equal(4, await DeleteAsync(shop));
        Assert.Equal(["three"], await shop.RepliesAsync(Conversation));
        Assert.Equal("wamid.2", await shop.ReadAsync(db => db.Inbound.Select(x => x.NaturalId).SingleAsync(Cancel)));
        Assert.Equal(1, await shop.ReadAsync(db => db.Turns.CountAsync(Cancel)));

        _time.Advance(TimeSpan.FromDays(31));
        await DeleteAsync(shop);
        Assert.Equal(["three"], await shop.RepliesAsync(Conversation));
        await AnswerAsync(shop, "wamid.3", "four");
        Assert.Equal([3, 4], await shop.ReadAsync(db => db.Outbound.OrderBy(x => x.Sequence).Select(x => x.Sequence).ToListAsync(Cancel)));
    }

    [StoreFact]
    public async Task WhatStillWaits_IsNeverOld()
    {
        await using var shop = await StartAsync();
        await shop.ReceiveAsync("1", "wamid.1", "waits for a person");
        var lease = (await shop.TakeAsync(Conversation))!;
        var turn = (await shop.FreezeAsync(lease)).Turn!;
        await shop.InScopeAsync(scope => scope.GetRequiredService<TurnFailure>().ParkAsync(lease, turn, Cancel));
        await shop.ReadAsync(db => db.Outbound.ExecuteUpdateAsync(set => set.SetProperty(x => x.State, OutboundState.Queued), Cancel));
        _time.Advance(TimeSpan.FromDays(1000));

        Assert.Equal(0, await DeleteAsync(shop));
        Assert.Equal(1, await shop.ReadAsync(db => db.Turns.CountAsync(Cancel)));
    }

    [StoreFact]
    public async Task RepeatedEightDaysLater_IsStillADuplicateAtTheShortestRetention()
    {
        await using var shop = await StartAsync(("Inbound", "9.00:00:00"));
        await AnswerAsync(shop, "wamid.1", "one");
        _time.Advance(TimeSpan.FromDays(8));

        await DeleteAsync(shop);
        await shop.ReceiveAsync("1", "wamid.1", "hello");

        Assert.Equal(0, await shop.ReadAsync(db => db.Inbound.CountAsync(x => x.State == InboundState.Pending, Cancel)));
    }

    [StoreFact]
    public async Task ManyOldRows_GoInSmallBatches()
    {
        await using var shop = await StartAsync(("BatchSize", "2"));
        foreach (var number in Enumerable.Range(1, 5))
            await AnswerAsync(shop, $"wamid.{number}", $"{number}");
        _time.Advance(TimeSpan.FromDays(31));

        // Of each kind two, where a turn here has no journal.
        Assert.Equal(6, await DeleteAsync(shop, rounds: 1));
    }

    [StoreFact]
    public async Task SessionsInUse_Stay()
    {
        await using var shop = await StartAsync();
        var (used, left) = (await OpenAsync(shop), await OpenAsync(shop));
        _time.Advance(TimeSpan.FromDays(60));
        await shop.InScopeAsync(async scope =>
        {
            var update = Store.Update(used, "1", "hi") with { Channel = WebChatChannel.ChannelName, Account = used };
            await scope.GetRequiredService<InboundTransaction>().CommitAsync([update], [], Cancel);
            return 0;
        });
        _time.Advance(TimeSpan.FromDays(60));

        await DeleteAsync(shop);

        Assert.Equal([used], await shop.ReadAsync(db => db.WebChatSessions.Select(x => x.Id).ToListAsync(Cancel)));
        Assert.NotEqual(used, left);
    }

    [StoreFact(Only = OnStore.Postgres)]
    public async Task AnotherReplicaIsAtIt_ThisOneLeavesItAlone()
    {
        await using var shop = await StartAsync();
        await AnswerAsync(shop, "wamid.1", "one");
        _time.Advance(TimeSpan.FromDays(31));

        await using (var other = shop.Services.CreateAsyncScope())
        {
            var db = other.ServiceProvider.GetRequiredService<ConversationsDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({OldRows.Alone}) AS \"Value\"").SingleAsync(Cancel);
            Assert.Equal(0, await DeleteAsync(shop));
        }
        Assert.NotEqual(0, await DeleteAsync(shop));
    }

    [Theory]
    [InlineData("Inbound", "8.00:00:00")]
    [InlineData("Statuses", "8.00:00:00")]
    [InlineData("BatchSize", "0")]
    public async Task RetentionBelowItsBounds_StopsTheStart(string name, string value)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => ShopUnderTest.StartAsync(wishes => wishes.Settings[$"Conversations:Retention:{name}"] = value));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    private Task<ShopUnderTest> StartAsync(params (string Name, string Value)[] settings) => ShopUnderTest.StartAsync(wishes =>
    {
        (wishes.Time, wishes.StartBus) = (_time, false);
        foreach (var (name, value) in settings)
            wishes.Settings[$"Conversations:Retention:{name}"] = value;
    });

    /// <summary>One message, its turn, and its replies as if they had been sent.</summary>
    private static async Task AnswerAsync(ShopUnderTest shop, string id, params string[] replies)
    {
        await shop.ReceiveAsync("1", id, "hello");
        var lease = (await shop.TakeAsync(Conversation))!;
        var found = await shop.FreezeAsync(lease);
        await shop.CommitAsync(lease, found.Turn!, replies);
        await shop.Services.GetRequiredService<Leases>().AbandonAsync(lease, null, Cancel);
        await shop.ReadAsync(db => db.Outbound.ExecuteUpdateAsync(set => set.SetProperty(x => x.State, OutboundState.Sent), Cancel));
    }

    private static async Task<int> DeleteAsync(ShopUnderTest shop, int rounds = int.MaxValue)
    {
        var total = 0;
        while (rounds-- > 0 && await shop.InScopeAsync(scope => scope.GetRequiredService<OldRows>().DeleteSomeAsync(Cancel)) is > 0 and var some)
            total += some;
        return total;
    }

    private static async Task<string> OpenAsync(ShopUnderTest shop) =>
        WebChatToken.SessionId(await shop.InScopeAsync(scope => scope.GetRequiredService<WebChatSessions>().OpenAsync(Cancel)))!;
}
