using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Capture;

/// <summary>What a scope has published and sent, until its transaction writes it. Modules may publish from parallel tasks, hence the lock.</summary>
internal sealed class OutboxBuffer(TimeProvider time)
{
    private readonly Lock _sync = new();
    private List<OutboxMessage> _pending = [];
    private List<OutboxMessage> _attached = [];
    private bool _written;

    /// <summary>True inside a transactional consumer: the inbox writes the buffer once, not each SaveChanges.</summary>
    public bool WrittenByInbox { get; set; }

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

    /// <summary>For the caller to insert in the open transaction.</summary>
    public List<OutboxMessage> Take()
    {
        lock (_sync)
            return TakeFrom(ref _pending);
    }

    /// <summary>What is pending goes with the first command of the SaveChanges that begins now.</summary>
    public List<OutboxMessage> Attach()
    {
        lock (_sync)
            return _attached = TakeFrom(ref _pending);
    }

    /// <summary>What no command has carried yet, for the caller to insert.</summary>
    public List<OutboxMessage> TakeAttached()
    {
        lock (_sync)
            return TakeFrom(ref _attached);
    }

    /// <summary>Whether rows were inserted since this was last asked: once a commit.</summary>
    public bool TakeWritten()
    {
        var written = _written;
        _written = false;
        return written;
    }

    private List<OutboxMessage> TakeFrom(ref List<OutboxMessage> messages)
    {
        var taken = messages;
        messages = [];
        _written |= taken.Count > 0;
        return taken;
    }
}
