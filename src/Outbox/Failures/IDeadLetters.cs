namespace EcommerceBot.Outbox.Failures;

/// <summary>The seam between the two places where failed messages lie: rows beside the in-memory transport, queues on a broker.</summary>
public interface IDeadLetters
{
    /// <summary>Shows what fits and changes nothing, in no promised order. A message that somebody else holds at that moment is not seen.</summary>
    IAsyncEnumerable<DeadLetter> PeekAsync(DeadLetterFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// Sends back to its queue, or removes, what fits and was there at the call: a message that fails again meanwhile is left for the next. A
    /// message leaves this store only once its queue has it, under the ids it had, so a crash in between repeats it and the inbox absorbs that.
    /// </summary>
    /// <param name="verb">Replay or discard.</param>
    /// <param name="filter">Which.</param>
    /// <param name="progress">Told how many are settled so far.</param>
    /// <param name="cancellationToken">What is settled by then stays settled.</param>
    /// <returns>Those that stay, each with the reason.</returns>
    Task<IReadOnlyList<Refusal>> SettleAsync(DeskVerb verb, DeadLetterFilter filter, IProgress<int> progress, CancellationToken cancellationToken);
}

/// <summary>What the desk does with a dead letter.</summary>
public enum DeskVerb
{
    /// <summary>Back to the queue it was meant for.</summary>
    Replay,

    /// <summary>Gone for good.</summary>
    Discard,
}

/// <summary>A dead letter that could not be settled.</summary>
/// <param name="Id">Its id at the desk.</param>
/// <param name="Reason">Why, and what to do.</param>
public sealed record Refusal(string Id, string Reason);
