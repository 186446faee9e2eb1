using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Conversations.Tests.Inbound;

/// <summary>Meta repeats to whoever answers: two Hosts store the same updates at the same time, in whatever order each received them.</summary>
public sealed class OverlapTests
{
    private const int Rounds = 10;
    private const int Messages = 60;
    private const int Senders = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [StoreFact(Only = OnStore.Postgres)]
    public async Task TwoHostsStoreTheSameBatchesInOtherOrders_EachRowIsThereOnceAndNobodyDeadlocks()
    {
        using var data = new TempFolder();
        await using var one = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.StartBus) = (data, false));
        await using var other = await ShopUnderTest.StartAsync(wishes => (wishes.Data, wishes.StartBus) = (data, false));

        foreach (var round in Enumerable.Range(0, Rounds))
            await Task.WhenAll(StoreAsync(one, round, seed: 1), StoreAsync(other, round, seed: 2), StoreAsync(one, round, seed: 3), StoreAsync(other, round, seed: 4));

        Assert.Equal(Rounds * Messages * 2, await one.ReadAsync(db => db.Inbound.CountAsync(Cancel)));
        Assert.Equal(Rounds * Messages, await one.ReadAsync(db => db.DeliveryStatuses.CountAsync(Cancel)));
        Assert.Equal(Senders * 2, await one.ReadAsync(db => db.Leases.CountAsync(Cancel)));
        Assert.Equal(Senders, await one.ReadAsync(db => db.Conversations.CountAsync(Cancel)));
    }

    [StoreFact]
    public async Task TextsNoTextColumnWouldTake_AreStoredAndReadAsTheyCame()
    {
        await using var shop = await ShopUnderTest.StartAsync(wishes => wishes.StartBus = false);

        await shop.ReceiveAsync("1", "wamid.1", "a\0b\u0001\uFFFD\u202E");

        var row = await shop.ReadAsync(db => db.Inbound.SingleAsync(Cancel));
        Assert.Equal("a\0b\u0001\uFFFD\u202E", Assert.IsType<TextContent>(ContentJson.Read(row.Content!)).Text);
    }

    /// <summary>Not through the writer, which would try a deadlock's loser again: here it fails the test.</summary>
    private static Task<int> StoreAsync(ShopUnderTest shop, int round, int seed) => shop.InScopeAsync(async scope =>
    {
        var random = new Random((round * 10) + seed);
        var texts = Enumerable.Range(0, Messages).Select(n => Store.Update($"{n % Senders}", $"wamid.{round}.{n}", "hi"));
        var ignored = Enumerable.Range(0, Messages).Select(n => Store.Update("", $"ignored.{round}.{n}", "") with { Sender = null, Content = null, IgnoredReason = "group" });
        var statuses = Enumerable.Range(0, Messages).Select(n => Status($"wamid.out.{round}.{n}"));
        InboundUpdate[] updates = [.. texts, .. ignored];
        DeliveryStatus[] reports = [.. statuses];
        random.Shuffle(updates);
        random.Shuffle(reports);
        await scope.GetRequiredService<InboundTransaction>().CommitAsync(updates, reports, Cancel);
        return 0;
    });

    private static DeliveryStatus Status(string id) => new()
    {
        Channel = "whatsapp",
        Account = ShopUnderTest.PhoneNumberId,
        ProviderId = id,
        Status = "delivered",
        Body = [],
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };
}
