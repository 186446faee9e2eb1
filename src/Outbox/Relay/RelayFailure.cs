using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Relay;

/// <summary>Counts a failed try of one row, and parks the row when enough is enough.</summary>
internal static class RelayFailure
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task RecordAsync(MessagingDbContext db, OutboxMessage message, Exception exception, int maxAttempts, DateTime now, CancellationToken cancellationToken)
    {
        if (message.IsReply)
        {
            await db.OutboxMessages.Where(x => x.SequenceNumber == message.SequenceNumber).ExecuteDeleteAsync(cancellationToken);
            return;
        }
        var attempt = await db.RelayAttempts.SingleOrDefaultAsync(x => x.SequenceNumber == message.SequenceNumber, cancellationToken);
        if (attempt is null)
            db.Add(attempt = new RelayAttempt { SequenceNumber = message.SequenceNumber, Reason = "" });
        attempt.Attempts++;
        attempt.Reason = Shorten($"{exception.GetType().Name}: {exception.Message}");
        attempt.NextAttempt = now + Backoff(attempt.Attempts);
        attempt.ParkedAt = attempt.Attempts >= maxAttempts ? now : null;
    }

    internal static TimeSpan Backoff(int attempts)
    {
        var exponential = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts - 1, 20)));
        return exponential < Longest ? exponential : Longest;
    }

    private static string Shorten(string text) => text.Length <= 2000 ? text : text[..2000];
}
