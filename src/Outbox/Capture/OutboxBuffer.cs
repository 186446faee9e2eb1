using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Capture;

/// <summary>What a scope has published and sent, until its transaction writes it. Modules may publish from parallel tasks, hence the lock.</summary>
internal sealed class OutboxBuffer(TimeProvider time)
{
    private readonly Lock _sync = new();
    private List<OutboxMessage> _pending = [];

    /// <summary>True inside a transactional consumer: the inbox writes the buffer once, not each SaveChanges.</summary>
    public bool WrittenByInbox { get; set; }

    /// <summary>Rows have been inserted in the transaction that is open.</summary>
    public bool HasWritten { get; set; }

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public bool IsEmpty
    {
        get
        {
            lock (_sync)
                return _pending.Count == 0;
        }
    }

    public void Add(OutboxMessage message)
    {
        lock (_sync)
            _pending.Add(message);
    }

    /// <summary>Drops a scheduled message that is not written yet; false when there is none with this token.</summary>
    public bool Forget(Guid scheduleToken)
    {
        lock (_sync)
            return _pending.RemoveAll(message => message.ScheduleToken == scheduleToken) > 0;
    }

    public List<OutboxMessage> Take()
    {
        lock (_sync)
        {
            var taken = _pending;
            _pending = [];
            return taken;
        }
    }
}
