using EcommerceBot.Outbox.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Tests.Scheduling;

/// <summary>The same on every store: a schedule that is taken back leaves nothing behind, and nothing fires.</summary>
internal static class DropDeadline
{
    public static async Task ProveAsync(SampleHost host)
    {
        var tally = Guid.NewGuid();
        await host.Bus.Publish(new DeadlineSet { TallyId = tally, After = TimeSpan.FromMinutes(1) }, TestContext.Current.CancellationToken);
        await SampleHost.UntilAsync(() => host.ReadAsync(db => db.ScheduleTokens.AnyAsync()), "the schedule's token");

        await host.Bus.Publish(new DeadlineDropped { TallyId = tally }, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(() => host.ReadAsync(async db => !await db.ScheduleTokens.AnyAsync()), "the token gone");
        Assert.False(await host.ReadAsync(db => db.OutboxMessages.AnyAsync(x => x.EnqueueTime != null)));
        Assert.Equal("Open", (await host.TallyAsync(tally))!.CurrentState);
    }
}
