using EcommerceBot.Host.Errors.Broker;
using EcommerceBot.Outbox.Failures;
using RabbitMQ.Client;

namespace EcommerceBot.Host.Tests.Errors;

/// <summary>Many failed messages, and many looks at them.</summary>
[Collection("one broker")]
public sealed class BrokerVolumeTests(BrokerFixture broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FiveHundredFitTheFilter_TheyAreReplayedAndTheOthersStay()
    {
        await using var host = await broker.HostAsync();
        host.Packing.Off = true;
        for (var i = 0; i < 505; i++)
            await host.SendAsync(new PackParcel { Parcel = Guid.NewGuid(), Reason = i % 101 == 0 ? "no box" : "no tape" });
        await ParcelHost.UntilAsync(async () => (await host.LettersAsync()).Count == 505, "505 failed messages");
        var filter = new DeadLetterFilter { Queue = ParcelHost.Queue, Exception = "no tape" };

        var dryRun = await host.AtDeskAsync(desk => desk.CountAsync(filter, Token));
        var before = await host.LettersAsync();
        host.Packing.Off = false;
        var report = await host.SettleAsync(DeskVerb.Replay, filter);

        Assert.Equal((500, 505, 500), (dryRun, before.Count, report.Settled));
        await ParcelHost.UntilAsync(async () => await host.PackedAsync() >= 500, "500 effects");
        Assert.Equal(500, await host.PackedAsync());
        Assert.Equal(["no box"], (await host.LettersAsync()).Select(x => x.ExceptionMessage!).Distinct());
        Assert.Equal(5, (await host.LettersAsync()).Count);
    }

    /// <summary>A quorum queue counts each giving back, and at its limit takes the message away.</summary>
    [Fact]
    public async Task LookedAtFarBeyondTheDeliveryLimit_NothingIsLostOrChanged()
    {
        await using var host = await broker.HostAsync();
        host.Packing.Off = true;
        for (var i = 0; i < 5; i++)
            await host.SendAsync(new PackParcel { Parcel = Guid.NewGuid() });
        await ParcelHost.UntilAsync(async () => (await host.LettersAsync()).Count == 5, "five failed messages");
        var first = await host.LettersAsync();

        for (var look = 0; look < 60; look++)
            Assert.Equal(first.Select(x => x.Id), (await host.LettersAsync()).Select(x => x.Id));

        Assert.All(await host.LettersAsync(), letter => Assert.Equal(("error", "no tape"), (letter.Kind, letter.ExceptionMessage)));
    }

    [Fact]
    public async Task LookedAtOnce_QueueKeepsItsOrder()
    {
        await using var host = await broker.HostAsync();
        host.Packing.Off = true;
        for (var i = 0; i < 20; i++)
            await host.SendAsync(new PackParcel { Parcel = Guid.NewGuid() });
        await ParcelHost.UntilAsync(async () => (await InOrderAsync(host)).Count == 20, "twenty failed messages");

        var first = await InOrderAsync(host);
        var second = await InOrderAsync(host);

        Assert.Equal(first, second);
        Assert.Equal(first.Count, first.Distinct().Count());
    }

    [Fact]
    public async Task QueueIsGone_MessageStaysAndTheReasonIsNamed()
    {
        await using var host = await broker.HostAsync();
        await using (var connection = await host.Broker.ConnectAsync(Token))
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: Token))
            await channel.QueueDeclareAsync("parcels-of-last-year_error", durable: true, exclusive: false, autoDelete: false, cancellationToken: Token);
        await host.SendRawAsync("parcels-of-last-year_error", "{}"u8.ToArray());
        var filter = new DeadLetterFilter { Queue = "parcels-of-last-year" };

        var report = await host.SettleAsync(DeskVerb.Replay, filter);

        Assert.Equal(0, report.Settled);
        Assert.Contains("no queue parcels-of-last-year", Assert.Single(report.Refused).Reason, StringComparison.Ordinal);
        Assert.Single(await host.LettersAsync(filter));
    }

    private static async Task<List<string>> InOrderAsync(ParcelHost host)
    {
        await using var connection = await host.Broker.ConnectAsync(Token);
        await using var visit = await BrokerVisit.OpenAsync(connection, new BrokerPlace(ParcelHost.Queue, "error"), Token);
        return visit is null ? [] : await visit.ReadAsync(Token).Select(found => found.Letter.Id).ToListAsync(Token);
    }
}
