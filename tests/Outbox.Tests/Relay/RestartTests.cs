using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Relay;

public sealed class RestartTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task ProcessEndsBetweenCommitAndRelay_NextProcessDelivers()
    {
        var subject = Guid.NewGuid();
        await using (var first = await SampleHost.StartAsync(_data.Path, startBus: false))
        {
            await first.InScopeAsync(async scope =>
            {
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject });
                await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync();
            });
        }

        await using var second = await SampleHost.StartAsync(_data.Path);

        await SampleHost.UntilAsync(async () => await second.CountAsync(subject, "recorded") == 1, "the message of the ended process");
    }

    [Fact]
    public async Task MessageWasHandledBeforeTheRestart_RelayedAgainWithoutASecondEffect()
    {
        var (handled, marker) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var first = await SampleHost.StartAsync(_data.Path))
        {
            await PublishAsync(first, handled);
            await SampleHost.UntilAsync(async () => await first.CountAsync(handled, "recorded") == 1, "the first delivery");
        }

        await using var second = await SampleHost.StartAsync(_data.Path);
        // Behind the repetition in the same queue order: when the marker is there, the repetition has been seen.
        await PublishAsync(second, marker);
        await SampleHost.UntilAsync(async () => await second.CountAsync(marker, "recorded") == 1, "the marker");

        Assert.Equal(1, await second.CountAsync(handled, "recorded"));
    }

    private static Task PublishAsync(SampleHost host, Guid subject) => host.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject });
        await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync();
    });
}
