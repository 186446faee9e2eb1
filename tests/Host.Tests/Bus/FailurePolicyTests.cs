using System.Net.Sockets;
using EcommerceBot.Host.Bus;
using EcommerceBot.Host.Tests.Errors;

namespace EcommerceBot.Host.Tests.Bus;

/// <summary>The Host's policy on RabbitMQ, with fewer tries than a shop has.</summary>
[Collection("one broker")]
public sealed class FailurePolicyTests(BrokerFixture broker)
{
    private const int Parcels = 15;

    private static readonly RetryOptions Quick = new() { Immediate = 2, Paused = 1, Redeliveries = 1, RedeliveryPause = TimeSpan.FromMilliseconds(100) };

    [Fact]
    public async Task OrdinaryFault_TriedAtOnceThenAfterPausesThenFromARowThenADeadLetter()
    {
        await using var host = await broker.HostAsync(Quick);
        var parcel = await FailAsync(host, fault: null);

        // One, two more at once and one after a pause; and all of it again from a row.
        Assert.Equal(2 * (1 + 2 + 1), host.Packing.DeliveriesOf(parcel));
    }

    [Fact]
    public async Task HopelessFault_ADeadLetterAtOnce()
    {
        await using var host = await broker.HostAsync(Quick);
        var parcel = await FailAsync(host, new FormatException("no such size"));

        Assert.Equal(1, host.Packing.DeliveriesOf(parcel));
    }

    [Fact]
    public async Task StoreAway_TheQueueRestsWithItsMessagesAndNoneIsADeadLetterForLong()
    {
        await using var host = await broker.HostAsync(new RetryOptions { SwitchRestart = TimeSpan.FromSeconds(2) });
        host.Packing.Fault = new SocketException((int)SocketError.ConnectionRefused);
        host.Packing.Off = true;
        var parcels = Enumerable.Range(0, Parcels).Select(_ => Guid.NewGuid()).ToList();
        foreach (var parcel in parcels)
            await host.SendAsync(new PackParcel { Parcel = parcel });
        await ParcelHost.UntilAsync(() => Task.FromResult(host.Packing.DeliveriesOf(parcels[0]) >= 3), "some tries");

        host.Packing.Off = false;

        await ParcelHost.UntilAsync(async () => await host.PackedAsync() == Parcels, "all of them, once the store is back");
        Assert.Empty(await host.LettersAsync());
    }

    private static async Task<Guid> FailAsync(ParcelHost host, Exception? fault)
    {
        (host.Packing.Fault, host.Packing.Off) = (fault, true);
        var parcel = Guid.NewGuid();
        await host.SendAsync(new PackParcel { Parcel = parcel });
        await ParcelHost.UntilAsync(async () => await host.LettersAsync() is [_], "its dead letter");
        return parcel;
    }
}
