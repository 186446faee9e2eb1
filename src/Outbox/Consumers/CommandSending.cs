using MassTransit;

#pragma warning disable IDE0130 // In the root namespace, beside ModuleEndpointNames.
namespace EcommerceBot.Outbox;
#pragma warning restore IDE0130

/// <summary>Sends a command to the one queue that handles it: the queue named for its consumer. What starts or moves a saga is published instead, since the saga's queue bears its own name.</summary>
public static class CommandSending
{
    /// <summary>Sends to <see cref="ModuleEndpointNames.CommandAddress"/>; through the outbox where the provider is one.</summary>
    public static async Task SendCommandAsync<T>(this ISendEndpointProvider provider, T command, CancellationToken cancellationToken = default) where T : class
    {
        var endpoint = await provider.GetSendEndpoint(ModuleEndpointNames.CommandAddress(typeof(T)));
        await endpoint.Send(command, cancellationToken);
    }
}
