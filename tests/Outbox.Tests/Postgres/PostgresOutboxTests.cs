using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tests.Sample;
using EcommerceBot.Outbox.Tests.Scheduling;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Postgres;

/// <summary>The same promises as on the embedded store, with real servers and several programs on one database.</summary>
[Collection("one broker, one set of queues")]
public sealed class PostgresOutboxTests(ServersFixture servers)
{
    [Fact]
    public async Task FourProgramsMigrateAtOnce_EachFindsTheSchema()
    {
        var settings = await servers.FreshAsync();

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SampleHost.StartAsync(settings, startBus: false)));

        foreach (var host in hosts)
        {
            Assert.Equal(0, await host.ReadAsync(db => db.OutboxMessages.CountAsync()));
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task TenCopiesAtOnceOverTheBroker_OneEffectAndOneEvent()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync());
        var (subject, messageId) = (Guid.NewGuid(), Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.Bus.Publish(new DoWork { Subject = subject }, c => c.MessageId = messageId)));

        await SampleHost.UntilAsync(async () => await host.CountAsync(subject, "recorded") == 1, "the event");
        await SampleHost.UntilAsync(() => host.ReadAsync(async db => !await db.OutboxMessages.AnyAsync()), "an empty outbox");
        Assert.Equal(1, await host.CountAsync(subject, "worked"));
    }

    [Fact]
    public async Task FiftyEventsAtOnceFromTheFirstOn_NoneIsLost()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync());
        var tally = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Bus.Publish(new Counted { TallyId = tally })));

        await SampleHost.UntilAsync(async () => (await host.TallyAsync(tally))?.Count == 50, "fifty counted");
    }

    [Fact]
    public async Task DeadlineScheduled_WaitsInItsLaneAndFires()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync());
        var tally = Guid.NewGuid();

        await host.Bus.Publish(new DeadlineSet { TallyId = tally, After = TimeSpan.FromMilliseconds(800) }, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(async () => (await host.TallyAsync(tally))?.CurrentState == "Open", "the tally waiting");
        await SampleHost.UntilAsync(async () => (await host.TallyAsync(tally))?.CurrentState == "Closed", "the deadline");
    }

    [Fact]
    public async Task DeadlineDropped_ItsRowAndTokenAreGone()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync());

        await DropDeadline.ProveAsync(host);
    }

    [Fact]
    public async Task TwoProgramsRelayAThousandRows_EachIsHandledOnce()
    {
        var settings = await servers.FreshAsync();
        var subject = Guid.NewGuid();
        await using (var writer = await SampleHost.StartAsync(settings, startBus: false))
        {
            await writer.InScopeAsync(async scope =>
            {
                var publish = scope.GetRequiredService<IPublishEndpoint>();
                for (var i = 0; i < 1000; i++)
                    await publish.Publish(new WorkDone { Subject = subject });
                await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync();
            });
        }

        var hosts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SampleHost.StartAsync(settings)));

        await SampleHost.UntilAsync(() => hosts[0].ReadAsync(async db => !await db.OutboxMessages.AnyAsync()), "an empty outbox");
        await SampleHost.UntilAsync(async () => await hosts[0].CountAsync(subject, "recorded") >= 1000, "a thousand effects");
        Assert.Equal(1000, await hosts[0].CountAsync(subject, "recorded"));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }
}
