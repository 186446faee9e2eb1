using EcommerceBot.Outbox.Tables;
using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Tests.Failures;

public sealed class FailedMessageTableTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task EveryAttemptFails_TheMessageBecomesARowWithItsReason()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var (subject, messageId) = (Guid.NewGuid(), Guid.NewGuid());

        await host.Bus.Publish(new DoWork { Subject = subject, Failures = int.MaxValue }, c => c.MessageId = messageId, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(() => host.ReadAsync(db => db.FailedMessages.AnyAsync()), "the parked message");
        var failed = await host.ReadAsync(db => db.FailedMessages.SingleAsync());
        Assert.Equal("outbox-do-work", failed.Queue);
        Assert.Equal(typeof(InvalidOperationException).FullName, failed.ExceptionType);
        Assert.Contains(subject.ToString(), System.Text.Encoding.UTF8.GetString(failed.Body), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await host.CountAsync(subject, "worked"));
    }
}
