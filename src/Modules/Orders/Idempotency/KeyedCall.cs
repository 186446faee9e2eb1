using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Idempotency;

/// <summary>A call with an idempotency key: its row is written in the transaction of its effect, so that both are there or neither.</summary>
internal sealed class KeyedCall
{
    private readonly byte[] _fingerprint;

    private KeyedCall(string ownerId, string key, byte[] fingerprint) => (OwnerId, Key, _fingerprint) = (ownerId, key, fingerprint);

    public string OwnerId { get; }
    public string Key { get; }

    public const string ReusedSentence = "This idempotency key was used before for something else. Use a new key for a new call.";

    /// <param name="ownerId">Keys of different owners never meet.</param>
    /// <param name="key">At most 200 characters.</param>
    /// <param name="arguments">All that makes this call what it is.</param>
    public static KeyedCall Of(string ownerId, string key, params object?[] arguments) =>
        new(ownerId, key, SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(arguments))));

    /// <summary>Why such a call cannot be remembered, or null. Asked before anything is done: no column would hold it, and no retry would help.</summary>
    public string? Fault =>
        !Fits(Key, 200) ? "An idempotency key has 1 to 200 characters and no zero character."
        : !Fits(OwnerId, 100) ? "An owner id has 1 to 100 characters and no zero character."
        : null;

    /// <summary>What came of the call the first time, or null when this is the first.</summary>
    public async Task<HandledCall?> FindOutcomeAsync(OrdersDbContext db, CancellationToken cancellationToken)
    {
        var earlier = await db.HandledCalls.AsNoTracking().SingleOrDefaultAsync(x => x.OwnerId == OwnerId && x.Key == Key, cancellationToken);
        if (earlier is not null)
            earlier.WasForSomethingElse = !earlier.Fingerprint.AsSpan().SequenceEqual(_fingerprint);
        return earlier;
    }

    public void Keep(OrdersDbContext db, object outcome, DateTimeOffset now) => db.Add(new HandledCall
    {
        OwnerId = OwnerId,
        Key = Key,
        Fingerprint = _fingerprint,
        OutcomeType = outcome.GetType().Name,
        Outcome = JsonSerializer.Serialize(outcome, outcome.GetType(), JsonSerializerOptions.Web),
        At = now,
    });

    private static bool Fits(string? text, int most) => text is { Length: > 0 } && text.Length <= most && !text.Contains('\0', StringComparison.Ordinal);
}
