using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary><c>X-Hub-Signature-256</c>: HMAC-SHA256 of the raw body under the app's secret.</summary>
internal static class WebhookSignature
{
    private const string Scheme = "sha256=";

    /// <summary>Under the current secret, or the one before it while that is configured.</summary>
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, WhatsAppOptions options) =>
        IsValid(header, body, options.AppSecret) || (options.AppSecretPrevious.Length > 0 && IsValid(header, body, options.AppSecretPrevious));

    /// <summary>Constant in time over the signature's value. The bytes as they came: Meta escapes what a serialiser would not.</summary>
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, string appSecret)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.Ordinal) || header.Length != Scheme.Length + HMACSHA256.HashSizeInBytes * 2)
            return false;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(header.AsSpan(Scheme.Length), given, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body, expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    /// <summary>Whether two secrets are the same, in a time that tells nothing about either.</summary>
    public static bool SameSecret(string? given, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
