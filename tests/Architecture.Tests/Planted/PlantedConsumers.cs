// Consumers that break a rule each; none is ever registered with a bus.
using EcommerceBot.Architecture.Tests.Planted.Commands;
using MassTransit;

namespace EcommerceBot.Architecture.Tests.Planted;

internal class ShipParcelConsumer : IConsumer<ShipParcel>
{
    public Task Consume(ConsumeContext<ShipParcel> context) => Task.CompletedTask;
}

internal sealed class RivalConsumer : ShipParcelConsumer;

/// <summary>Its queue is the one of the parcel saga.</summary>
internal sealed class ParcelConsumer : ShipParcelConsumer;

internal sealed class WaitingConsumer(IRequestClient<ShipParcel> client) : ShipParcelConsumer
{
    public IRequestClient<ShipParcel> Client => client;
}

internal sealed class FetchingConsumer(HttpClient http) : ShipParcelConsumer
{
    public HttpClient Http => http;
}

internal sealed class WritingQueryConsumer(IPublishEndpoint publish) : ShipParcelConsumer
{
    public IPublishEndpoint Publish => publish;
}
