using EcommerceBot.Outbox.Tables;

namespace EcommerceBot.Outbox.Failures;

/// <summary>Where an operator looks at failed messages and decides about them. Every decision is on record in <c>desk_actions</c>.</summary>
public sealed class DeadLetterDesk
{
    private readonly IDeadLetters _letters;
    private readonly MessagingDbContext _db;
    private readonly TimeProvider _time;

    internal DeadLetterDesk(IDeadLetters letters, MessagingDbContext db, TimeProvider time) => (_letters, _db, _time) = (letters, db, time);

    /// <summary>One page of what fits, the latest failure first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="after">The page before's <see cref="DeadLetterPage.Next"/>; null for the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is not one of ours.</exception>
    public Task<DeadLetterPage> ListAsync(DeadLetterFilter filter, int size, string? after, CancellationToken cancellationToken) =>
        DeadLetterPage.ReadAsync(_letters.PeekAsync(filter, cancellationToken), size, after, cancellationToken);

    /// <summary>Those that bear this id or message id: none, one, or one for each queue a message failed on.</summary>
    public async Task<IReadOnlyList<DeadLetter>> FindAsync(string id, CancellationToken cancellationToken) =>
        await _letters.PeekAsync(new DeadLetterFilter { Ids = [id] }, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>How many fit: what a dry run answers.</summary>
    public async Task<int> CountAsync(DeadLetterFilter filter, CancellationToken cancellationToken) =>
        await _letters.PeekAsync(filter, cancellationToken).CountAsync(cancellationToken);

    /// <summary>Replays or discards what fits.</summary>
    /// <param name="verb">Which of the two.</param>
    /// <param name="filter">Which letters; an empty filter means all, so ask twice before passing one.</param>
    /// <param name="actor">Who decided: an API key's name, or <c>os:</c> and the user's.</param>
    /// <param name="progress">Told how many are settled so far.</param>
    /// <param name="cancellationToken">Stops between two messages.</param>
    public async Task<DeskReport> SettleAsync(DeskVerb verb, DeadLetterFilter filter, string actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var action = await BeginAsync(verb, filter, actor, cancellationToken);
        var count = new Count(progress);
        IReadOnlyList<Refusal> refused = [];
        try
        {
            refused = await _letters.SettleAsync(verb, filter, count, cancellationToken);
        }
        finally
        {
            (action.Settled, action.Refused, action.FinishedAt) = (count.Settled, refused.Count, _time.GetUtcNow().UtcDateTime);
            await _db.SaveChangesAsync(CancellationToken.None);
        }
        return new DeskReport(count.Settled, refused);
    }

    private async Task<DeskAction> BeginAsync(DeskVerb verb, DeadLetterFilter filter, string actor, CancellationToken cancellationToken)
    {
        var only = filter.Ids is [var id] ? await FindAsync(id, cancellationToken) : [];
        var description = filter.Describe();
        var action = new DeskAction
        {
            Actor = actor,
            Verb = verb == DeskVerb.Replay ? "replay" : "discard",
            Filter = description.Length <= 2000 ? description : description[..2000],
            MessageId = only is [var letter] ? letter.MessageId : null,
            StartedAt = _time.GetUtcNow().UtcDateTime,
        };
        _db.Add(action);
        await _db.SaveChangesAsync(cancellationToken);
        return action;
    }

    // Unlike Progress<T> it counts on the caller's thread, so that the figure is whole when the work ends.
    private sealed class Count(IProgress<int>? inner) : IProgress<int>
    {
        public int Settled { get; private set; }

        public void Report(int value)
        {
            Settled = value;
            inner?.Report(value);
        }
    }
}

/// <summary>What became of it.</summary>
/// <param name="Settled">Replayed or discarded.</param>
/// <param name="Refused">Left where they are, each with its reason.</param>
public sealed record DeskReport(int Settled, IReadOnlyList<Refusal> Refused);
