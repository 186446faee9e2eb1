using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;

namespace EcommerceBot.Outbox.Tests.Sagas;

public sealed class SagaStoreTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task FiftyEventsAtOnceFromTheFirstOn_NoneIsLost()
    {
        await using var host = await SampleHost.StartAsync(_data.Path);
        var tally = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Bus.Publish(new Counted { TallyId = tally })));

        await SampleHost.UntilAsync(async () => (await host.TallyAsync(tally))?.Count == 50, "fifty counted");
    }
}
