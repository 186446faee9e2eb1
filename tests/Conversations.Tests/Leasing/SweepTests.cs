using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace EcommerceBot.Conversations.Tests.Leasing;

public sealed class SweepTests
{
    private static readonly Guid Conversation = WhatsAppPost.ConversationOf("1");

    [Fact]
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

    [Fact]
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

    [Fact]
    public async Task NothingWaits_TheSweepSendsNothing()
    {
        await using var shop = await ShopUnderTest.StartAsync();
        await shop.ReceiveAsync("1", "wamid.1", "hello");
        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");

        await shop.ReceiveAsync("2", "wamid.2", "a marker behind it");
        await Until.TrueAsync(async () => (await shop.RepliesAsync(WhatsAppPost.ConversationOf("2"))).Count == 1, "the marker's reply");

        Assert.Equal(0, await shop.ReadAsync(db => db.Leases.CountAsync(x => x.ConversationId == Conversation && x.Lane == EcommerceBot.Conversations.Leasing.Lane.Turn && x.SweptAt != null)));
    }
}
