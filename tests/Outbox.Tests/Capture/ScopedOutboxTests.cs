using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Capture;

public sealed class ScopedOutboxTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task ScopeSaves_MessageLeavesOnce()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();

        await host.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject });
            await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync();
        });

        await SampleHost.UntilAsync(async () => await host.CountAsync(subject, "recorded") == 1, "the published message");
    }

    [Fact]
    public async Task ScopeNeverSaves_NothingLeaves()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var (forgotten, marker) = (Guid.NewGuid(), Guid.NewGuid());

        await host.InScopeAsync(scope => scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = forgotten }));
        await host.Bus.Publish(new WorkDone { Subject = marker }, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(async () => await host.CountAsync(marker, "recorded") == 1, "the marker behind it");
        Assert.Equal(0, await host.CountAsync(forgotten, "recorded"));
        Assert.Equal(0, await host.ReadAsync(db => db.OutboxMessages.CountAsync()));
    }

    [Fact]
    public async Task TransactionRolledBack_NothingLeaves()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject });
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        Assert.Equal(0, await host.ReadAsync(db => db.OutboxMessages.CountAsync()));
    }

    [Fact]
    public async Task SaveFailsAndIsMended_MessageLeavesWithTheSecondSave()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            var broken = db.Add(new Effect { Subject = subject, What = null! });
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
            broken.State = EntityState.Detached;
            await db.SaveChangesAsync();
        });

        await SampleHost.UntilAsync(async () => await host.CountAsync(subject, "recorded") == 1, "the published message");
    }

    [Fact]
    public async Task CommandSent_ReachesTheQueueNamedForItsConsumer()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();

        await host.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<ISendEndpointProvider>().SendCommandAsync(new DoWork { Subject = subject });
            await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync();
        });

        await SampleHost.UntilAsync(async () => await host.CountAsync(subject, "recorded") == 1, "the command's effect and its event");
        Assert.Equal(1, await host.CountAsync(subject, "worked"));
    }
}
