using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Tests.Scheduling;

public sealed class OutboxSchedulerTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task DeadlineScheduled_FiresAfterItsDelay()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var tally = Guid.NewGuid();

        await host.Bus.Publish(new DeadlineSet { TallyId = tally, After = TimeSpan.FromMilliseconds(600) }, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(async () => (await host.TallyAsync(tally))?.CurrentState == "Open", "the tally waiting");
        await SampleHost.UntilAsync(async () => (await host.TallyAsync(tally))?.CurrentState == "Closed", "the deadline");
    }

    [Fact]
    public async Task ProcessEndsBeforeTheDeadline_NextProcessFiresIt()
    {
        var tally = Guid.NewGuid();
        await using (var first = await SampleHost.StartAsync(_data.Path))
        {
            await first.Bus.Publish(new DeadlineSet { TallyId = tally, After = TimeSpan.FromSeconds(1) }, TestContext.Current.CancellationToken);
            await SampleHost.UntilAsync(() => first.ReadAsync(db => db.OutboxMessages.AnyAsync(x => x.EnqueueTime != null)), "the scheduled row");
        }

        await using var second = await SampleHost.StartAsync(_data.Path);

        await SampleHost.UntilAsync(async () => (await second.TallyAsync(tally))?.CurrentState == "Closed", "the deadline after the restart");
    }

    [Fact]
    public async Task DeadlineDropped_ItsRowAndTokenAreGone()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);

        await DropDeadline.ProveAsync(host);
    }

    [Fact]
    public async Task RetriesExhausted_RedeliveryComesFromARowAndSucceeds()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();

        await host.Bus.Publish(new DoWork { Subject = subject, Failures = 8 }, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(async () => await host.CountAsync(subject, "recorded") == 1, "the redelivered message's effect");
        Assert.Equal(1, await host.CountAsync(subject, "worked"));
    }

    [Fact]
    public async Task ScheduledRowIsTheNewest_RelayedOnce()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var (subject, marker) = (Guid.NewGuid(), Guid.NewGuid());

        // Two rounds of failures: the redelivery is the last row of the table, and it fails for good, leaving one parked message per relay.
        await host.Bus.Publish(new DoWork { Subject = subject, Failures = int.MaxValue }, TestContext.Current.CancellationToken);
        await SampleHost.UntilAsync(() => host.ReadAsync(db => db.FailedMessages.AnyAsync()), "the parked message");
        await host.Bus.Publish(new DoWork { Subject = marker }, TestContext.Current.CancellationToken);
        await SampleHost.UntilAsync(async () => await host.CountAsync(marker, "recorded") == 1, "later polls of the relay");

        Assert.Equal(1, await host.ReadAsync(db => db.FailedMessages.CountAsync()));
    }
}
