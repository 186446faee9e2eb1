using System.Runtime.CompilerServices;
using EcommerceBot.Outbox.Failures;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EcommerceBot.Host.Errors.Broker;

/// <summary>
/// A look through one queue: its messages are taken without acknowledgement, and those not settled are given back, in their places, when the
/// channel closes. Meanwhile nobody else sees them; a process that dies holding them gives them back too.
/// </summary>
internal sealed class BrokerVisit : IAsyncDisposable
{
    /// <summary>What one visit holds at most; the oldest come first, so settling them makes room for the next visit.</summary>
    private const uint MostHeld = 50_000;

    // Quorum queues count each giving back, and at their limit (20 by default from RabbitMQ 4 on) the message is moved or dropped.
    private const long MostDeliveries = 8;

    private readonly BrokerPlace _place;
    private readonly uint _count;
    private readonly Dictionary<string, int> _seen = [];

    private BrokerVisit(BrokerPlace place, IChannel channel, uint count) => (_place, Channel, _count) = (place, channel, count);

    public IChannel Channel { get; }

    /// <summary>Null when there is no such queue: it is made with the first message it has to hold.</summary>
    public static async Task<BrokerVisit?> OpenAsync(IConnection connection, BrokerPlace place, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        try
        {
            var queue = await channel.QueueDeclarePassiveAsync(place.Name, cancellationToken);
            return new BrokerVisit(place, channel, Math.Min(queue.MessageCount, MostHeld));
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            await channel.DisposeAsync();
            return null;
        }
    }

    /// <summary>What was there when the visit began: a message that fails again meanwhile comes behind those and is not read twice.</summary>
    public async IAsyncEnumerable<(DeadLetter Letter, BasicGetResult Message)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (uint read = 0; read < _count; read++)
        {
            if (await Channel.BasicGetAsync(_place.Name, autoAck: false, cancellationToken) is not { } message)
                yield break;
            yield return (Name(BrokerLetter.Read(_place, message)), message);
        }
    }

    /// <summary>Gives a message that was looked at often a fresh copy in its stead, so that looking never costs one.</summary>
    public async Task KeepAsync(BasicGetResult message, CancellationToken cancellationToken)
    {
        if (BrokerLetter.Deliveries(message) < MostDeliveries)
            return;
        await BrokerCopy.RenewAsync(Channel, _place.Name, message, cancellationToken);
        await Channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // Closing waits for the broker's word, so what is given back is there for the next look.
        if (Channel.IsOpen)
            await Channel.CloseAsync();
        await Channel.DisposeAsync();
    }

    /// <summary>Copies alike to the last byte would share an id.</summary>
    private DeadLetter Name(DeadLetter letter)
    {
        var copy = _seen[letter.Id] = _seen.GetValueOrDefault(letter.Id) + 1;
        return copy == 1 ? letter : letter with { Id = $"{letter.Id}-{copy}" };
    }
}
