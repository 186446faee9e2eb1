using System.Runtime.CompilerServices;
using EcommerceBot.Outbox.Failures;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EcommerceBot.Host.Errors.Broker;

/// <summary>
/// A look through one queue: its messages are taken without acknowledgement, and those not settled are given back, in their places, when it ends.
/// Meanwhile nobody else sees them; a process that dies holding them gives them back too, though a quorum queue may then mix their order.
/// </summary>
internal sealed class BrokerVisit : IAsyncDisposable
{
    /// <summary>
    /// So many acknowledgements may follow each other until the queue is asked something. A broker's channel holds back those beyond 32 that its
    /// quorum queue has not applied yet, and drops what it holds back when it is closed: the message would lie there again.
    /// </summary>
    public const int Pace = 15;

    /// <summary>What one visit holds at most; the oldest come first, so settling them makes room for the next visit.</summary>
    private const uint MostHeld = 50_000;

    // Quorum queues count each giving back, and at their limit (20 by default from RabbitMQ 4 on) the message is moved or dropped.
    private const long MostDeliveries = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly BrokerPlace _place;
    private readonly uint _count;
    private readonly Dictionary<string, int> _seen = [];
    private readonly SortedSet<ulong> _held = [];
    private bool _settled;

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
            _held.Add(message.DeliveryTag);
            yield return (Name(BrokerLetter.Read(_place, message)), message);
        }
    }

    /// <summary>Ends the queue's hold of a message. Callers ask for another one, or end the visit, after at most <see cref="Pace"/> of these.</summary>
    public async Task SettleAsync(BasicGetResult message, CancellationToken cancellationToken)
    {
        await Channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
        _held.Remove(message.DeliveryTag);
        _settled = true;
    }

    /// <summary>Gives a message that was looked at often a fresh copy in its stead, so that looking never costs one.</summary>
    public async Task KeepAsync(BasicGetResult message, CancellationToken cancellationToken)
    {
        if (BrokerLetter.Deliveries(message) < MostDeliveries)
            return;
        await BrokerCopy.RenewAsync(Channel, _place.Name, message, cancellationToken);
        await SettleAsync(message, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Channel.IsOpen)
            {
                // Taken and given back with the rest: the queue answers it after everything acknowledged so far.
                if (_settled && await Channel.BasicGetAsync(_place.Name, autoAck: false) is { } next)
                    _held.Add(next.DeliveryTag);
                await GiveBackAsync();
                await Channel.CloseAsync();
            }
        }
        catch (OperationInterruptedException)
        {
            // Gone meanwhile, and with it the broker has taken everything back.
        }
        await Channel.DisposeAsync();
    }

    /// <summary>One by one, oldest first: a channel that just closes gives a quorum queue its messages back in the order of their tags' text (1, 10, 11, 2).</summary>
    private async Task GiveBackAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        uint given = 0;
        foreach (var few in _held.Chunk(Pace))
        {
            foreach (var tag in few)
                await Channel.BasicNackAsync(tag, multiple: false, requeue: true);
            given += (uint)few.Length;
            // So that the next look finds them. When somebody else takes them as they come, patience ends this.
            while (!patience.IsCancellationRequested && (await Channel.QueueDeclarePassiveAsync(_place.Name)).MessageCount < given)
                await Task.Yield();
        }
    }

    /// <summary>Copies alike to the last byte would share an id.</summary>
    private DeadLetter Name(DeadLetter letter)
    {
        var copy = _seen[letter.Id] = _seen.GetValueOrDefault(letter.Id) + 1;
        return copy == 1 ? letter : letter with { Id = $"{letter.Id}-{copy}" };
    }
}
