using EcommerceBot.Outbox.Tables;
using MassTransit;
using MassTransit.Clients;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Transports;

namespace EcommerceBot.Outbox.Capture;

/// <summary>
/// Stands behind the scoped IPublishEndpoint and ISendEndpointProvider. Inside a consumer they are the consumer's own (an outbox where it
/// has one, the bus in a worker or query); in any other scope what is sent is held until that scope's SaveChanges.
/// </summary>
internal sealed class ScopedOutbox : IScopedBusContextProvider<IBus>, ScopedBusContext, OutboxSendContext
{
    private readonly IBus _bus;
    private readonly OutboxBuffer _buffer;
    private readonly IServiceProvider _services;
    private readonly IClientFactory _clients;

    public ScopedOutbox(
        IBus bus, OutboxBuffer buffer, IServiceProvider services,
        Bind<IBus, IClientFactory> clients, Bind<IBus, IScopedConsumeContextProvider> consume)
    {
        _bus = bus;
        _buffer = buffer;
        _services = services;
        _clients = clients.Value;
        Context = consume.Value.HasContext ? new ConsumeContextScopedBusContext(consume.Value.GetContext(), _clients) : this;
    }

    public ScopedBusContext Context { get; }

    public ISendEndpointProvider SendEndpointProvider => new OutboxSendEndpointProvider(this, _bus);

    public IPublishEndpoint PublishEndpoint => new PublishEndpoint(new OutboxPublishEndpointProvider(this, _bus));

    public IScopedClientFactory ClientFactory =>
        new ScopedClientFactory(new ClientFactory(new ScopedClientFactoryContext(_clients, _services)), null);

    public Task AddSend<T>(SendContext<T> context) where T : class
    {
        _buffer.Add(OutboxMessage.Capture(context, _buffer.Now));
        return Task.CompletedTask;
    }

    public object? GetService(Type serviceType) => _services.GetService(serviceType);
}
