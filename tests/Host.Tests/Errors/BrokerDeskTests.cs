using EcommerceBot.Host.Errors.Broker;
using EcommerceBot.Outbox.Failures;

namespace EcommerceBot.Host.Tests.Errors;

/// <summary>The desk over RabbitMQ's own error queues.</summary>
[Collection("one broker")]
public sealed class BrokerDeskTests(BrokerFixture broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConsumerThrows_ListedWithItsReasonAndReplayedOnce()
    {
        await using var host = await broker.HostAsync();
        var (parcel, messageId) = (Guid.NewGuid(), Guid.NewGuid());
        var letter = await FailAsync(host, parcel, messageId);

        Assert.Equal((ParcelHost.Queue, "error", messageId), (letter.Queue, letter.Kind, letter.MessageId!.Value));
        Assert.Equal("System.InvalidOperationException", letter.ExceptionType);
        Assert.Equal("no tape", letter.ExceptionMessage);
        Assert.Contains(nameof(PackParcelConsumer), letter.StackTrace, StringComparison.Ordinal);
        Assert.EndsWith(":PackParcel", letter.MessageType, StringComparison.Ordinal);
        Assert.InRange(letter.FailedAt!.Value, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow());

        host.Packing.Off = false;
        var report = await host.SettleAsync(DeskVerb.Replay, new DeadLetterFilter { Ids = [letter.Id] });

        Assert.Equal((1, 0), (report.Settled, report.Refused.Count));
        await ParcelHost.UntilAsync(async () => await host.PackedAsync(parcel) == 1, "the effect");
        Assert.Empty(await host.LettersAsync());
        Assert.Equal(1, await host.AuditedAsync());
    }

    [Fact]
    public async Task DeskDiesBetweenConfirmAndAck_SecondReplayHasNoSecondEffect()
    {
        await using var host = await broker.HostAsync();
        var (parcel, marker) = (Guid.NewGuid(), Guid.NewGuid());
        await FailAsync(host, parcel, Guid.NewGuid());
        host.Packing.Off = false;

        // What a killed desk leaves: confirmed and never acknowledged, and its connection gone.
        await using (var connection = await host.Broker.ConnectAsync(Token))
        {
            await using var visit = await BrokerVisit.OpenAsync(connection, new BrokerPlace(ParcelHost.Queue, "error"), Token);
            await foreach (var (letter, message) in visit!.ReadAsync(Token))
                Assert.Null(await BrokerCopy.ReplayAsync(visit.Channel, letter.Queue, message, Token));
        }
        await ParcelHost.UntilAsync(async () => await host.PackedAsync(parcel) == 1, "the effect of the first replay");

        var again = await host.SettleAsync(DeskVerb.Replay);
        await host.SendAsync(new PackParcel { Parcel = marker });
        await ParcelHost.UntilAsync(async () => await host.PackedAsync(marker) == 1, "the marker behind the second replay");

        Assert.Equal(1, again.Settled);
        Assert.Equal(1, await host.PackedAsync(parcel));
        Assert.Empty(await host.LettersAsync());
    }

    [Fact]
    public async Task FailsAgain_ComesBackAsAnotherLetterWithAFreshReason()
    {
        await using var host = await broker.HostAsync();
        var (parcel, messageId) = (Guid.NewGuid(), Guid.NewGuid());
        var first = await FailAsync(host, parcel, messageId);

        var report = await host.SettleAsync(DeskVerb.Replay);

        Assert.Equal(1, report.Settled);
        await ParcelHost.UntilAsync(async () => await host.LettersAsync() is [{ } letter] && letter.Id != first.Id, "its return");
        var second = Assert.Single(await host.LettersAsync());
        Assert.Equal((messageId, "no tape"), (second.MessageId!.Value, second.ExceptionMessage));
        Assert.True(second.FailedAt > first.FailedAt);
        Assert.Equal(2, host.Packing.DeliveriesOf(parcel));
    }

    [Fact]
    public async Task GarbageArrives_ListedRawAndDiscarded()
    {
        await using var host = await broker.HostAsync();
        byte[] garbage = [0xff, 0x00, 0x1b, 0x5b];
        await host.SendRawAsync(ParcelHost.Queue, garbage);
        await ParcelHost.UntilAsync(async () => (await host.LettersAsync()).Count == 1, "the garbage");

        var letter = Assert.Single(await host.LettersAsync());
        var view = Host.Errors.FailedMessageView.Of(letter);
        var report = await host.SettleAsync(DeskVerb.Discard, new DeadLetterFilter { Ids = [letter.Id] });

        Assert.Equal((null, "0xff001b5b", 4), (view.Type, view.Raw, view.Size));
        Assert.Equal(1, report.Settled);
        Assert.Empty(await host.LettersAsync());
    }

    [Fact]
    public async Task GarbageReplayed_ArrivesAsItWas()
    {
        await using var host = await broker.HostAsync();
        byte[] garbage = [0xff, 0x00, 0x1b, 0x5b];
        await host.SendRawAsync(ParcelHost.Queue, garbage);
        await ParcelHost.UntilAsync(async () => (await host.LettersAsync()).Count == 1, "the garbage");
        var first = Assert.Single(await host.LettersAsync());

        await host.SettleAsync(DeskVerb.Replay);

        await ParcelHost.UntilAsync(async () => await host.LettersAsync() is [{ } letter] && letter.FailedAt > first.FailedAt, "its return");
        Assert.Equal(garbage, Assert.Single(await host.LettersAsync()).Body.ToArray());
    }

    [Fact]
    public async Task NoConsumerForTheType_ListedAsSkipped()
    {
        await using var host = await broker.HostAsync();
        await host.SendAsync(new SealParcel { Parcel = Guid.NewGuid() });
        await ParcelHost.UntilAsync(async () => (await host.LettersAsync()).Count == 1, "the skipped message");

        var letter = Assert.Single(await host.LettersAsync());

        Assert.Equal("skipped", letter.Kind);
        Assert.EndsWith(":SealParcel", letter.MessageType, StringComparison.Ordinal);
        Assert.NotNull(letter.FailedAt);
    }

    private static async Task<DeadLetter> FailAsync(ParcelHost host, Guid parcel, Guid messageId)
    {
        host.Packing.Off = true;
        await host.SendAsync(new PackParcel { Parcel = parcel }, messageId);
        await ParcelHost.UntilAsync(async () => (await host.LettersAsync()).Count == 1, "the failed message");
        return Assert.Single(await host.LettersAsync());
    }
}
