namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>Messages in the order they arrived, and a way to wait for the next one.</summary>
internal sealed class Inbox
{
    private readonly List<ReceivedMessage> _messages = [];
    private readonly Lock _gate = new();
    TaskCompletionSource _arrival = New();

    public IReadOnlyList<ReceivedMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public void Add(ReceivedMessage message)
    {
        TaskCompletionSource arrived;
        lock (_gate)
        {
            _messages.Add(message);
            (arrived, _arrival) = (_arrival, New());
        }

        arrived.SetResult();
    }

    /// <summary>Index of the first match at or after <paramref name="from"/>, waiting until it is there.</summary>
    public async Task<int> WaitAsync(int from, Func<ReceivedMessage, bool> wanted, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        for (var at = from; ;)
        {
            var (messages, arrival) = Look();
            for (; at < messages.Count; at++)
            {
                if (wanted(messages[at]))
                    return at;
            }

            try
            {
                await arrival.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No such message within {timeout.TotalSeconds:0.#} s. Received so far:{Describe(messages)}");
            }
        }
    }

    (IReadOnlyList<ReceivedMessage> Messages, Task Arrival) Look()
    {
        lock (_gate)
        {
            return ([.. _messages], _arrival.Task);
        }
    }

    private static string Describe(IReadOnlyList<ReceivedMessage> messages) => messages.Count == 0
        ? " nothing"
        : string.Concat(messages.Select(message => $"{Environment.NewLine}- {message.Type}: {message.Text}"));

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
