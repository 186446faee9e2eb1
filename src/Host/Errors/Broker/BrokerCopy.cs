using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EcommerceBot.Host.Errors.Broker;

/// <summary>Publishes a held message once more: same body, same ids, and confirmed by the broker before anybody acknowledges the first.</summary>
internal static class BrokerCopy
{
    private static readonly string[] OfTheFailure = ["MT-Fault-", "x-death", "x-first-death-", "x-last-death-"];

    /// <summary>Back to where it was meant for, without a trace of its failure. Null when it is there, else why not.</summary>
    public static async Task<string?> ReplayAsync(IChannel channel, string queue, BasicGetResult message, CancellationToken cancellationToken)
    {
        try
        {
            await PublishAsync(channel, queue, message, header => header is not "MT-Reason" && !OfTheFailure.Any(start => header.StartsWith(start, StringComparison.Ordinal)), cancellationToken);
            return null;
        }
        catch (PublishException exception)
        {
            return exception.IsReturn
                ? $"There is no queue {queue}: start a Host that has it, or discard the message."
                : $"RabbitMQ refused it for {queue}: the queue may be full, or its replicas away. Try again.";
        }
    }

    /// <summary>Into the queue it lies in, as it is: a fresh copy has its count of deliveries at zero.</summary>
    public static Task RenewAsync(IChannel channel, string queue, BasicGetResult message, CancellationToken cancellationToken) =>
        PublishAsync(channel, queue, message, _ => true, cancellationToken);

    private static async Task PublishAsync(IChannel channel, string queue, BasicGetResult message, Func<string, bool> keep, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties(message.BasicProperties)
        {
            Headers = message.BasicProperties.Headers?.Where(header => header.Key != "x-delivery-count" && keep(header.Key)).ToDictionary(),
        };
        // The broker refuses a user id that is not the connection's own.
        properties.ClearUserId();
        // The default exchange leads to the queue of that name, whatever is bound elsewhere.
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellationToken);
    }
}
