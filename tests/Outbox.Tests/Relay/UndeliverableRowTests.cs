using EcommerceBot.Outbox.Relay;
using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Relay;

public sealed class UndeliverableRowTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task AddressThatNoTransportKnows_IsParkedWithItsReasonAndHoldsUpNobody()
    {
        await using var host = await SampleHost.StartAsync(_data.Path, startBus: false);
        var behind = Guid.NewGuid();
        await host.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<SampleDbContext>();
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = Guid.NewGuid() });
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("UPDATE \"messaging_OutboxMessage\" SET \"DestinationAddress\" = 'carrier-pigeon://roof/queue'");
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new WorkDone { Subject = behind });
            await db.SaveChangesAsync();
        });

        await using var started = await SampleHost.StartAsync(_data.Path);

        await SampleHost.UntilAsync(async () => await started.CountAsync(behind, "recorded") == 1, "the message behind the undeliverable one");
        await SampleHost.UntilAsync(async () => await started.ReadAsync(db => db.RelayAttempts.AnyAsync(x => x.ParkedAt != null)), "the parked row");
        var parked = await started.ReadAsync(db => db.RelayAttempts.SingleAsync());
        Assert.Contains("carrier-pigeon", parked.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(30, 300)]
    public void Backoff_DoublesUpToFiveMinutes(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RelayFailure.Backoff(attempts));
}
