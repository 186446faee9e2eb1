using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Inbox;

public sealed class InboxTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task TenCopiesAtOnce_OneEffectAndOneEvent()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var (subject, messageId, marker) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.Bus.Publish(new DoWork { Subject = subject }, c => c.MessageId = messageId)));
        await host.Bus.Publish(new DoWork { Subject = marker }, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(async () => await host.CountAsync(subject, "recorded") + await host.CountAsync(marker, "recorded") >= 2, "both events");
        Assert.Equal(1, await host.CountAsync(subject, "worked"));
        Assert.Equal(1, await host.CountAsync(subject, "recorded"));
    }

    [Fact]
    public async Task FirstAttemptsFail_OnlyTheLastLeavesItsEffect()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();

        await host.Bus.Publish(new DoWork { Subject = subject, Failures = 3 }, TestContext.Current.CancellationToken);

        await SampleHost.UntilAsync(async () => await host.CountAsync(subject, "recorded") == 1, "the event of the attempt that succeeded");
        Assert.Equal(1, await host.CountAsync(subject, "worked"));
    }

    [Fact]
    public async Task RequestToATransactionalConsumer_IsAnsweredAfterItsCommit()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var subject = Guid.NewGuid();

        await host.InScopeAsync(async scope =>
        {
            var client = scope.GetRequiredService<IRequestClient<AskWork>>();
            var answer = await client.GetResponse<WorkAnswered>(new { Subject = subject }, timeout: RequestTimeout.After(s: 10));
            Assert.Equal(subject, answer.Message.Subject);
        });

        Assert.Equal(1, await host.CountAsync(subject, "asked"));
    }
}
