namespace EcommerceBot.Outbox.Watching;

/// <summary>How far the embedded relay has come. Its rows are kept for a while after they were relayed, so the table alone does not tell what still waits.</summary>
internal sealed class RelayMark
{
    private long _sequenceNumber;

    public long SequenceNumber
    {
        get => Volatile.Read(ref _sequenceNumber);
        set => Volatile.Write(ref _sequenceNumber, value);
    }
}
