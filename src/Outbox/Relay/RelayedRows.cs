using EcommerceBot.Outbox.Failures;
using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Relay;

/// <summary>Remembers when each row was relayed by this process, so that it is deleted after the retention. A new process begins with none.</summary>
internal sealed class RelayedRows(TimeSpan retention, BeingStored beingStored)
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Queue<(long SequenceNumber, Guid MessageId, DateTime RelayedAt)> _kept = new();
    private readonly Queue<long> _finished = new();
    private DateTime _notBefore;

    /// <summary>Replies and expired rows are of no more use to anybody; the others may be needed again.</summary>
    public void Add(OutboxMessage message, bool expired, DateTime now)
    {
        if (expired || message.IsReply)
            _finished.Enqueue(message.SequenceNumber);
        else
            _kept.Enqueue((message.SequenceNumber, message.MessageId, now));
    }

    /// <summary>Rows to delete now: in batches, so that a reply does not cost a commit of its own.</summary>
    public List<long> TakeDeletable(DateTime now)
    {
        if (now < _notBefore && _finished.Count < MostAtOnce)
            return [];
        var taken = new List<long>();
        while (taken.Count < MostAtOnce && _finished.TryDequeue(out var finished))
            taken.Add(finished);
        while (taken.Count < MostAtOnce && _kept.TryPeek(out var kept) && kept.RelayedAt + retention <= now)
        {
            _kept.Dequeue();
            // A failed message that no table has yet: this row is all there will be of it after a crash.
            if (beingStored.Contains(kept.MessageId))
                _kept.Enqueue(kept with { RelayedAt = now });
            else
                taken.Add(kept.SequenceNumber);
        }
        _notBefore = taken.Count == MostAtOnce ? now : now + Pause;
        return taken;
    }
}
