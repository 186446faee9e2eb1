using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Tools.Access;

/// <summary>The key as its owner holds it: a prefix that secret scanners can look for, then 32 random bytes.</summary>
internal static class KeyText
{
    private const string Prefix = "ebk_";
    private const int Bytes = 32;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>By its form; whether it is anybody's is another question.</summary>
    public static bool IsOne(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <returns>The hash to look for, or null for a text that cannot be a key.</returns>
    public static byte[]? Hash(string text) =>
        IsOne(text) && text.Length == Prefix.Length + Base64Url.GetEncodedLength(Bytes)
            ? SHA256.HashData(Encoding.UTF8.GetBytes(text))
            : null;
}
