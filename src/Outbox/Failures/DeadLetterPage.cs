using System.Globalization;

namespace EcommerceBot.Outbox.Failures;

/// <summary>Dead letters, the latest failure first; of unknown time last.</summary>
/// <param name="Letters">At most as many as asked for.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Letters, string? Next)
{
    /// <summary>Whether a text can be the beginning of a page.</summary>
    public static bool IsStart(string text) => Parse(text) is not null;

    /// <summary>Reads them all but holds one page: what is replayed or fails meanwhile neither shifts nor repeats the rest, as a numbered page would.</summary>
    internal static async Task<DeadLetterPage> ReadAsync(IAsyncEnumerable<DeadLetter> letters, int size, string? after, CancellationToken cancellationToken)
    {
        var start = after is null ? ((long, string)?)null : Parse(after) ?? throw new ArgumentException($"'{after}' is no page: take it from the answer before, as it was.", nameof(after));
        var first = new SortedDictionary<(long, string), DeadLetter>();
        await foreach (var letter in letters.WithCancellation(cancellationToken))
        {
            var key = KeyOf(letter);
            if (start is not null && key.CompareTo(start.Value) <= 0)
                continue;
            first.TryAdd(key, letter);
            if (first.Count > size + 1)
                first.Remove(first.Keys.Last());
        }
        var page = first.Values.Take(size).ToList();
        return new DeadLetterPage(page, first.Count > size ? Format(KeyOf(page[^1])) : null);
    }

    // Negative, so that the latest comes first.
    private static (long, string) KeyOf(DeadLetter letter) => (-(letter.FailedAt?.UtcTicks ?? 0), letter.Id);

    private static string Format((long Time, string Id) key) => $"{key.Time.ToString(CultureInfo.InvariantCulture)}_{key.Id}";

    private static (long, string)? Parse(string text) =>
        text.Split('_', 2) is [var ticks, { Length: > 0 } id] && long.TryParse(ticks, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time) ? (time, id) : null;
}
