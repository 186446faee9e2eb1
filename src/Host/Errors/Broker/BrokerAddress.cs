using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EcommerceBot.Host.Errors.Broker;

/// <summary>Where RabbitMQ is, as the connection string says it.</summary>
internal sealed class BrokerAddress(Uri address)
{
    /// <summary>It was away from the start, or went away, or stopped a channel, during the work.</summary>
    public static bool IsAway(Exception exception) => exception is IOException or RabbitMQClientException;

    /// <summary>A connection for one piece of work.</summary>
    /// <exception cref="IOException">It does not answer, or lets nobody in.</exception>
    public async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = AsAmqp(), ClientProvidedName = "ecommercebot errors desk", AutomaticRecoveryEnabled = false };
        try
        {
            return await factory.CreateConnectionAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is BrokerUnreachableException or OperationInterruptedException or SocketException)
        {
            var cause = exception.GetBaseException().Message;
            throw new IOException($"RabbitMQ at {factory.HostName} (virtual host {factory.VirtualHost}) cannot be reached: {cause} Check ConnectionStrings__RabbitMq.", exception);
        }
    }

    // MassTransit's own names for the same schemes.
    private Uri AsAmqp() => address.Scheme switch
    {
        "rabbitmq" => new UriBuilder(address) { Scheme = "amqp" }.Uri,
        "rabbitmqs" => new UriBuilder(address) { Scheme = "amqps" }.Uri,
        _ => address,
    };
}
