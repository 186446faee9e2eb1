using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Conversations.Tests.Leasing;

public sealed class LeaseTests
{
    private static readonly Guid Conversation = WhatsAppPost.ConversationOf("1");
    private static readonly TimeSpan Lapse = TimeSpan.FromSeconds(31);

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [StoreFact]
    public async Task OwnerDied_TheNextTakesOverTheSameTurnAndTheOldOneWritesNothing()
    {
        await using var shop = await StoppedAsync();
        var dead = await shop.TakeAsync(Conversation);
        var deadTurn = (await shop.FreezeAsync(dead!)).Turn!;
        _time.Advance(Lapse);

        var next = await shop.TakeAsync(Conversation);
        var turn = (await shop.FreezeAsync(next!)).Turn!;

        Assert.Equal(deadTurn.Turn.Id, turn.Turn.Id);
        await Assert.ThrowsAsync<LeaseLostException>(() => shop.CommitAsync(dead!, deadTurn, "from the dead"));
        Assert.Empty(await shop.RepliesAsync(Conversation));
        await shop.CommitAsync(next!, turn, "answer");
        await Assert.ThrowsAsync<LeaseLostException>(() => shop.CommitAsync(dead!, deadTurn, "from the dead"));
        Assert.Equal(["answer"], await shop.RepliesAsync(Conversation));
        Assert.Equal(InboundState.Done, await shop.ReadAsync(db => db.Inbound.Select(x => x.State).SingleAsync()));
    }

    [StoreFact]
    public async Task OwnerDied_ItsJournalledCallWritesNothingEither()
    {
        await using var shop = await StoppedAsync();
        var dead = await shop.TakeAsync(Conversation);
        var turn = (await shop.FreezeAsync(dead!)).Turn!;
        _time.Advance(Lapse);
        await shop.TakeAsync(Conversation);

        await using var scope = shop.Services.CreateAsyncScope();
        await Assert.ThrowsAsync<LeaseLostException>(() => shop.JournalOf(scope, dead!, turn).CallAsync("create_cart", new { }, Cancel));
        Assert.Equal(0, await shop.ReadAsync(db => db.ToolCalls.CountAsync()));
    }

    [StoreFact]
    public async Task LeaseIsTaken_TheWakeUpKeepsTheOwnerFromLettingGo()
    {
        await using var shop = await StoppedAsync();
        var leases = shop.Services.GetRequiredService<Leases>();
        var owner = await shop.TakeAsync(Conversation);
        var before = await shop.FreezeAsync(owner!);

        Assert.Null(await shop.TakeAsync(Conversation));

        Assert.False(await leases.ReleaseAsync(owner!, before.WakeSeen, Cancel));
        var after = await shop.FreezeAsync(owner!);
        Assert.True(await leases.ReleaseAsync(owner!, after.WakeSeen, Cancel));
        Assert.NotNull(await shop.TakeAsync(Conversation));
    }

    [StoreFact]
    public async Task LanesOfAConversation_AreHeldApart()
    {
        await using var shop = await StoppedAsync();

        Assert.NotNull(await shop.TakeAsync(Conversation, Lane.Turn));
        Assert.NotNull(await shop.TakeAsync(Conversation, Lane.Send));
    }

    [StoreFact]
    public async Task UnknownConversation_HasNoLease()
    {
        await using var shop = await StoppedAsync();

        Assert.Null(await shop.TakeAsync(Guid.NewGuid()));
    }

    [StoreFact]
    public async Task PausedLane_IsNotTakenBeforeItsTime()
    {
        await using var shop = await StoppedAsync();
        var leases = shop.Services.GetRequiredService<Leases>();
        var owner = await shop.TakeAsync(Conversation);
        await leases.AbandonAsync(owner!, _time.GetUtcNow() + TimeSpan.FromSeconds(5), Cancel);

        Assert.Null(await shop.TakeAsync(Conversation));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull(await shop.TakeAsync(Conversation));
    }

    [StoreFact]
    public async Task OwnerLivesOn_TheHeartbeatKeepsItsLease()
    {
        await using var shop = await StoppedAsync();
        var leases = shop.Services.GetRequiredService<Leases>();
        var owner = await shop.TakeAsync(Conversation);
        var first = await UntilOfAsync(shop);
        await using var heartbeat = new LeaseHeartbeat(leases, owner!, TimeSpan.FromSeconds(10), _time, Cancel);

        _time.Advance(TimeSpan.FromSeconds(10));

        await Until.TrueAsync(async () => await UntilOfAsync(shop) > first, "a renewed lease");
        Assert.False(heartbeat.Token.IsCancellationRequested);
    }

    [StoreFact]
    public async Task LeaseWasTakenOver_TheHeartbeatStopsTheWork()
    {
        await using var shop = await StoppedAsync();
        var leases = shop.Services.GetRequiredService<Leases>();
        var owner = await shop.TakeAsync(Conversation);
        await using var heartbeat = new LeaseHeartbeat(leases, owner! with { Epoch = owner!.Epoch - 1 }, TimeSpan.FromSeconds(10), _time, Cancel);

        _time.Advance(TimeSpan.FromSeconds(10));

        await Until.TrueAsync(() => heartbeat.Token.IsCancellationRequested, "a cancelled turn");
    }

    private async Task<ShopUnderTest> StoppedAsync()
    {
        var shop = await ShopUnderTest.StartAsync(wishes => (wishes.Time, wishes.StartBus) = (_time, false));
        await shop.ReceiveAsync("1", "wamid.1", "hello");
        return shop;
    }

    private static Task<DateTimeOffset?> UntilOfAsync(ShopUnderTest shop) =>
        shop.ReadAsync(db => db.Leases.Where(x => x.Lane == Lane.Turn).Select(x => x.Until).SingleAsync(Cancel));
}
