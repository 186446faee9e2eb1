using EcommerceBot.Conversations.Tests.Sample;
using EcommerceBot.Conversations.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Conversations.Tests.Leasing;

public sealed class SweepTests
{
    private static readonly Guid Conversation = WhatsAppPost.ConversationOf("1");

    [StoreFact]
    public async Task WakeUpWasLostWithTheProcess_TheNextOneAnswersAtOnce()
    {
        using var data = new TempFolder();
        await using (var dead = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.StartBus) = (data, false)))
        {
            await dead.ReceiveAsync("1", "wamid.1", "hello");
            await dead.ForgetWakeUpsAsync();
        }

        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.Data = data);

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
    }

    // With replicas nobody can tell a dead owner from a slow one: there a lease must lapse.
    [Fact]
    public async Task ProcessDiedWithItsLeases_TheNextOneDoesNotWaitForThemToLapse()
    {
        using var data = new TempFolder();
        var time = new FakeTimeProvider();
        await using (var dead = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.Time, wishes.StartBus) = (data, time, false)))
        {
            await dead.ReceiveAsync("1", "wamid.1", "hello");
            await dead.ForgetWakeUpsAsync();
            await dead.FreezeAsync((await dead.TakeAsync(Conversation))!);
        }

        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.Time) = (data, time));

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply, while the clock stands still");
        Assert.Equal(2, await shop.ReadAsync(db => db.Turns.Select(x => x.Attempts).SingleAsync()));
    }

    [StoreFact]
    public async Task WorkerDiedWithItsLease_TheTurnIsRunWhenTheLeaseHasLapsed()
    {
        var time = new FakeTimeProvider();
        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.Time, wishes.Settings["Conversations:Leases:SweepInterval"]) = (time, "00:00:01"));
        await shop.ReceiveAsync("1", "wamid.0", "a conversation");
        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the first reply");
        await Until.TrueAsync(() => shop.ReadAsync(db => db.Leases.AllAsync(x => x.Owner == null)), "a lane at rest");
        Assert.NotNull(await shop.TakeAsync(Conversation));
        await shop.ReceiveAsync("1", "wamid.1", "hello");

        await Until.TrueAsync(async () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            return (await shop.RepliesAsync(Conversation)).Count == 2;
        }, "the reply");
    }

    [StoreFact]
    public async Task Sweep_LeavesYoungRowsToTheirWakeUpAndWakesAConversationOnceInAWhile()
    {
        var time = new FakeTimeProvider();
        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.Time, wishes.StartBus) = (time, false));
        await shop.ReceiveAsync("1", "wamid.1", "hello");
        await shop.ForgetWakeUpsAsync();

        Assert.Equal(0, await SweepAsync(shop));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await SweepAsync(shop));
        Assert.Equal(1, await SweepAsync(shop));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, await SweepAsync(shop));
        await shop.TakeAsync(Conversation);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, await SweepAsync(shop));
    }

    /// <summary>How many wake-ups wait for the relay after one more sweep.</summary>
    private static async Task<int> SweepAsync(ShopUnderTest shop)
    {
        await shop.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<WaitingTurns>().WakeAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            return 0;
        });
        return await shop.ReadAsync(db => db.Database.SqlQueryRaw<int>(
            OnStore.IsPostgres ? "SELECT count(*)::int AS \"Value\" FROM messaging.\"OutboxMessage\"" : "SELECT count(*) AS Value FROM \"messaging_OutboxMessage\"").SingleAsync());
    }
}
