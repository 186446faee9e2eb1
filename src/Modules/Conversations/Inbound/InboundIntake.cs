using System.Threading.Channels;
using EcommerceBot.Conversations.Outbound;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>Where channels hand in what they received. What it has returned for is committed.</summary>
internal sealed class InboundIntake(IOptions<IntakeOptions> options)
{
    private readonly Channel<PendingBatch> _waiting = Channel.CreateBounded<PendingBatch>(
        new BoundedChannelOptions(options.Value.Waiting) { SingleReader = true });

    public ChannelReader<PendingBatch> Waiting => _waiting.Reader;

    /// <exception cref="StoreUnavailableException">Nothing was stored; the sender should repeat.</exception>
    public async Task StoreAsync(IReadOnlyList<InboundUpdate> updates, IReadOnlyList<DeliveryStatus> statuses, CancellationToken cancellationToken)
    {
        if (updates.Count == 0 && statuses.Count == 0)
            return;
        var batch = new PendingBatch(updates, statuses);
        if (!_waiting.Writer.TryWrite(batch))
            throw new StoreUnavailableException("More requests wait for the store than may; see Conversations:Intake:Waiting.");
        await batch.Committed.Task.WaitAsync(cancellationToken);
    }

    /// <summary>No more is taken in: the host stops.</summary>
    public void Close() => _waiting.Writer.TryComplete();
}

/// <summary>One request's updates, and the promise it waits for.</summary>
internal sealed record PendingBatch(IReadOnlyList<InboundUpdate> Updates, IReadOnlyList<DeliveryStatus> Statuses)
{
    public TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The store did not take an update.</summary>
internal sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException(string message) : base(message)
    {
    }

    public StoreUnavailableException(Exception cause) : base("The store did not take the update.", cause)
    {
    }
}
