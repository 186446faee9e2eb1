using System.Security.Cryptography;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>From an update to the row that keeps it.</summary>
internal static class InboundUpdates
{
    private const int LongestId = 200;

    public static InboundRow ToRow(this InboundUpdate update, DateTimeOffset now) => new()
    {
        Channel = update.Channel,
        Account = update.Account,
        Kind = update.Kind,
        NaturalId = update.NaturalId,
        ConversationId = update.ConversationId,
        Body = MaskedJson.Mask(update.Body),
        Content = update.Content is null ? null : ContentJson.Write(update.Content),
        ReceivedAt = now,
        State = update.ConversationId is null ? InboundState.Ignored : InboundState.Pending,
        Reason = update.IgnoredReason,
    };

    /// <summary>What is left of an update whose data the store refuses.</summary>
    public static InboundUpdate Refused(InboundUpdate update) => update with
    {
        NaturalId = IdOf(update.Body),
        Kind = "unstorable",
        Content = null,
        IgnoredReason = "unstorable",
        Body = [],
    };

    /// <summary>An id from outside as a key: one that is missing, endless or unprintable is replaced by a hash of the update.</summary>
    public static string NaturalId(string? id, ReadOnlySpan<byte> body) =>
        !string.IsNullOrEmpty(id) && id.Length <= LongestId && !id.Any(char.IsControl) ? id : IdOf(body);

    /// <summary>A word from outside as a column's value.</summary>
    public static string Word(string? word, string otherwise, int longest = 100)
    {
        var clean = new string([.. (word ?? "").Where(character => !char.IsControl(character))]).Trim();
        return clean.Length == 0 ? otherwise : clean.Length <= longest ? clean : clean[..longest];
    }

    private static string IdOf(ReadOnlySpan<byte> body) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(body))}";
}
