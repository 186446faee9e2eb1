using EcommerceBot.Outbox.Relay;
using EcommerceBot.Outbox.Tables;
using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Postgres;

/// <summary>What two relays on one table take, step by step.</summary>
[Collection("one broker, one set of queues")]
public sealed class OutboxClaimTests(ServersFixture servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BatchEndsWithinATransaction_OtherRelayWaitsForItsFirstPart()
    {
        await using var host = await SampleHost.StartAsync(await servers.FreshAsync(), startBus: false);
        await CommitAsync(host, 3);
        await CommitAsync(host, 2);

        await using var first = host.Services.CreateAsyncScope();
        await using var second = host.Services.CreateAsyncScope();
        var holder = first.ServiceProvider.GetRequiredService<MessagingDbContext>();
        var other = second.ServiceProvider.GetRequiredService<MessagingDbContext>();
        await using var held = await holder.Database.BeginTransactionAsync(Token);
        await using var open = await other.Database.BeginTransactionAsync(Token);

        var firstPart = await OutboxClaim.TakeAsync(holder, 2, Token);
        var meanwhile = await OutboxClaim.TakeAsync(other, 10, Token);

        Assert.Equal([1, 2], firstPart.Select(x => x.SequenceNumber));
        Assert.Equal([4, 5], meanwhile.Select(x => x.SequenceNumber));
    }

    private static Task CommitAsync(SampleHost host, int messages) => host.InScopeAsync(async scope =>
    {
        var publish = scope.GetRequiredService<IPublishEndpoint>();
        for (var i = 0; i < messages; i++)
            await publish.Publish(new WorkDone { Subject = Guid.NewGuid() }, Token);
        await scope.GetRequiredService<SampleDbContext>().SaveChangesAsync(Token);
    });
}
