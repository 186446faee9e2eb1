using System.Text.Json;

namespace EcommerceBot.Orders.Idempotency;

/// <summary>The outcome of a call that carried an idempotency key. Kept for good: whoever asks again, however late, gets the first outcome.</summary>
internal sealed class HandledCall
{
    public required string OwnerId { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 over what was asked.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>Name of the contract in <see cref="Outcome"/>.</summary>
    public required string OutcomeType { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Outcome { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Set by the look-up: the key came with other arguments.</summary>
    public bool WasForSomethingElse { get; set; }

    /// <summary>The first outcome, if it was of this type and the call is the same.</summary>
    public T? For<T>() where T : class =>
        WasForSomethingElse || OutcomeType != typeof(T).Name ? null : JsonSerializer.Deserialize<T>(Outcome, JsonSerializerOptions.Web);
}
