using EcommerceBot.Outbox.Storage;

namespace EcommerceBot.Host.Bus;

/// <summary>
/// Of several Hosts that start at once one declares its queues at a time. A consumer can hang for ever on a quorum queue that two connections
/// declare together (seen with RabbitMQ 3.10 and two Hosts on an empty broker), and its Host would never be ready.
/// </summary>
internal sealed class DeclaringTurn(IServiceProvider services) : IHostedLifecycleService
{
    private StartTurn? _turn;

    public async Task StartingAsync(CancellationToken cancellationToken) => _turn = await StartTurn.ToDeclareAsync(services, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Every hosted service has started by now, and the bus waits in its own start for all of its queues.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (_turn is not null)
            await _turn.DisposeAsync();
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
