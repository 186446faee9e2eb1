namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>What shall go wrong with the next sends. Faults are taken in the order they were asked for, one per send.</summary>
public sealed class SimulatedFaults
{
    private readonly Queue<Fault> _next = new();
    private readonly Lock _gate = new();

    /// <summary>Every answer waits this long, a message that is accepted counts from before the wait.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Refuse at once with this error code, nothing is delivered.</summary>
    public void RefuseNext(int code, int sends = 1) => Add(new(FaultKind.Refuse, CloudError.Of(code)), sends);

    /// <summary>Refuse with this HTTP status (500, 429 …) and the code that goes with it.</summary>
    public void AnswerNext(int httpStatus, int sends = 1) =>
        Add(new(FaultKind.Refuse, CloudError.Of(httpStatus == 429 ? 130429 : 131000) with { HttpStatus = httpStatus }), sends);

    /// <summary>Accept, then report <c>failed</c> with this code by webhook; the shopper gets nothing.</summary>
    public void FailDeliveryOfNext(int code, int sends = 1) => Add(new(FaultKind.FailLater, CloudError.Of(code)), sends);

    /// <summary>Accept and deliver, then cut the connection: the sender cannot know.</summary>
    public void DropAfterAccepting(int sends = 1) => Add(new(FaultKind.DropAfter, null), sends);

    /// <summary>Cut the connection before anything happened: looks the same to the sender.</summary>
    public void DropBeforeAccepting(int sends = 1) => Add(new(FaultKind.DropBefore, null), sends);

    internal Fault? Take()
    {
        lock (_gate)
        {
            return _next.TryDequeue(out var fault) ? fault : null;
        }
    }

    private void Add(Fault fault, int sends)
    {
        lock (_gate)
        {
            for (var left = sends; left > 0; left--)
                _next.Enqueue(fault);
        }
    }
}

internal enum FaultKind
{
    Refuse,
    FailLater,
    DropBefore,
    DropAfter,
}

internal sealed record Fault(FaultKind Kind, CloudError? Error);
