using EcommerceBot.Host.Bus;
using EcommerceBot.Host.Tests.Errors;
using EcommerceBot.Servers;

[assembly: AssemblyFixture(typeof(BrokerFixture))]

namespace EcommerceBot.Host.Tests.Errors;

/// <summary>One RabbitMQ for the assembly, started by the first test that asks; each host has a virtual host of its own. With <c>retry</c> a message is tried by the Host's policy, else once.</summary>
public sealed class BrokerFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);

    internal RabbitMqServer? Server { get; private set; }

    internal async Task<ParcelHost> HostAsync(RetryOptions? retry = null)
    {
        Assert.SkipWhen(RabbitMqServer.Missing is not null, RabbitMqServer.Missing ?? "");
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Server ??= await RabbitMqServer.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
        return await ParcelHost.StartAsync(await Server.CreateVirtualHostAsync(), retry);
    }

    public async ValueTask DisposeAsync()
    {
        _starting.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
