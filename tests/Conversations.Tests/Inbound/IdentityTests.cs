using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Conversations.Tests.Inbound;

public sealed class IdentityTests
{
    [StoreFact]
    public async Task SecondIdentifierOfASender_LeadsToTheSameOwner()
    {
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.StartBus = false);

        await StoreAsync(shop, Store.Update("1650", "a", "hi") with { SenderAlias = "US.1" });
        await StoreAsync(shop, Store.Update("US.1", "b", "hi"));
        await StoreAsync(shop, Store.Update("1651", "c", "hi") with { SenderAlias = "US.1" });

        Assert.Single(await OwnersAsync(shop));
    }

    [StoreFact]
    public async Task NewNumber_InheritsNothing()
    {
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.StartBus = false);

        await StoreAsync(shop, Store.Update("1650", "a", "hi") with { SenderAlias = "US.1" });
        await StoreAsync(shop, Store.Update("1651", "b", "hi") with { SenderAlias = "US.2" });

        Assert.Equal(2, (await OwnersAsync(shop)).Count);
    }

    [StoreFact]
    public async Task CopyOfAnOldMessage_DoesNotOpenTheReplyWindow()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var shop = await ShopUnderTest.StartAsync(wishes => (wishes.StartBus, wishes.Time) = (false, time));
        await StoreAsync(shop, Store.Update("1650", "a", "hi"));
        time.Advance(TimeSpan.FromDays(2));

        await StoreAsync(shop, Store.Update("1650", "a", "hi"));

        Assert.Equal(time.GetUtcNow() - TimeSpan.FromDays(2), await shop.ReadAsync(db => db.Conversations.Select(x => x.LastInboundAt).SingleAsync()));
    }

    private static Task<int> StoreAsync(ShopUnderTest shop, InboundUpdate update) => shop.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<InboundTransaction>().CommitAsync([update], [], TestContext.Current.CancellationToken);
        return 0;
    });

    private static Task<List<string>> OwnersAsync(ShopUnderTest shop) => shop.ReadAsync(db => db.Conversations.Select(x => x.OwnerId).Distinct().ToListAsync());
}
