using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;

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
    public async Task OwnerDiedWithItsLease_TheTurnIsRunWhenTheLeaseHasLapsed()
    {
        using var data = new TempFolder();
        await using (var dead = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.StartBus) = (data, false)))
        {
            await dead.ReceiveAsync("1", "wamid.1", "hello");
            await dead.ForgetWakeUpsAsync();
            await dead.FreezeAsync((await dead.TakeAsync(Conversation))!);
            await dead.ReadAsync(db => db.Leases.ExecuteUpdateAsync(set => set.SetProperty(x => x.Until, TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(2))));
        }

        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.Settings["Conversations:Leases:SweepPause"]) = (data, "00:00:00.200"));

        await Until.TrueAsync(async () => (await shop.RepliesAsync(Conversation)).Count == 1, "the reply");
        Assert.Equal(2, await shop.ReadAsync(db => db.Turns.Select(x => x.Attempts).SingleAsync()));
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
