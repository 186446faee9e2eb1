using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Postgres;

/// <summary>On PostgreSQL messages ride on SaveChanges' own command: they must share its fate in every case.</summary>
[Collection("one broker, one set of queues")]
public sealed class AttachedMessagesTests(ServersFixture servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ManyChangesAndMessages_AllAreStoredInOrder()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);
        var subjects = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid()).ToList();

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            foreach (var subject in subjects)
            {
                db.Add(new Effect { Subject = subject, What = "saved" });
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject }, Token);
            }
            await db.SaveChangesAsync(Token);
            await db.SaveChangesAsync(Token);
        });

        var bodies = await host.ReadAsync(db => db.OutboxMessages.OrderBy(x => x.SequenceNumber).Select(x => x.Body).ToListAsync(Token));
        Assert.Equal(100, bodies.Count);
        Assert.All(bodies.Zip(subjects), pair => Assert.Contains(pair.Second.ToString(), pair.First, StringComparison.Ordinal));
        Assert.Equal(1, await host.CountAsync(subjects[99], "saved"));
    }

    [Fact]
    public async Task UpdateLosesItsRace_NoMessageStays()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);
        var id = Guid.NewGuid();
        await host.InScopeAsync(async scope =>
        {
            scope.GetRequiredService<SampleDbContext>().Add(new TallyState { CorrelationId = id, Version = 7 });
            await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync(Token);
        });

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            db.Attach(new TallyState { CorrelationId = id, Version = 6 }).Entity.Count = 1;
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = id }, Token);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Token));
        });

        Assert.Equal(0, await host.ReadAsync(db => db.OutboxMessages.CountAsync(Token)));
    }

    [Fact]
    public async Task SaveFailsAndIsMended_MessageIsStoredOnce()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            var broken = db.Add(new Effect { Subject = Guid.NewGuid(), What = null! });
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = Guid.NewGuid() }, Token);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Token));
            broken.State = EntityState.Detached;
            db.Add(new Effect { Subject = Guid.NewGuid(), What = "mended" });
            await db.SaveChangesAsync(Token);
            db.Add(new Effect { Subject = Guid.NewGuid(), What = null! });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Token));
        });

        Assert.Equal(1, await host.ReadAsync(db => db.OutboxMessages.CountAsync(Token)));
    }

    [Fact]
    public async Task NothingToSaveButMessages_TheyAreStored()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);

        await host.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = Guid.NewGuid() }, Token);
            await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync(Token);
        });

        Assert.Equal(1, await host.ReadAsync(db => db.OutboxMessages.CountAsync(Token)));
    }

    [Fact]
    public async Task OneRowAndAMessageThatCannotBeStored_RowIsNotThereEither()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);
        var subject = Guid.NewGuid();

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE messaging.\"OutboxMessage\" ADD CHECK (length(\"Body\") < 10)", Token);
            db.Add(new Effect { Subject = subject, What = "saved" });
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = subject }, Token);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Token));
        });

        Assert.Equal(0, await host.CountAsync(subject, "saved"));
    }

    [Fact]
    public async Task ScopeEndsUnsaved_TheNextUserOfItsContextSendsNothingOfIt()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);
        SampleDbContext? lent = null;
        await host.InScopeAsync(async scope =>
        {
            lent = scope.GetRequiredService<SampleDbContext>();
            lent.Add(new Effect { Subject = Guid.NewGuid(), What = "never saved" });
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = Guid.NewGuid() }, Token);
        });

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            Assert.Same(lent, db);
            db.Add(new Effect { Subject = Guid.NewGuid(), What = "saved" });
            Assert.Equal(1, await db.SaveChangesAsync(Token));
        });

        Assert.Equal(0, await host.ReadAsync(db => db.OutboxMessages.CountAsync(Token)));
    }

    [Fact]
    public async Task CallersTransactionTakenBack_NoMessageStays()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);

        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(Token);
            db.Add(new Effect { Subject = Guid.NewGuid(), What = "saved" });
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = Guid.NewGuid() }, Token);
            await db.SaveChangesAsync(Token);
            Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM messaging.\"OutboxMessage\"").SingleAsync(Token));
            await transaction.RollbackAsync(Token);
        });

        Assert.Equal(0, await host.ReadAsync(db => db.OutboxMessages.CountAsync(Token)));
    }
}
