using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>What a page proves its session with: 256 bits, known to it alone.</summary>
internal static class WebChatToken
{
    private const int Bytes = 32;

    // Base64url of 32 bytes.
    private const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>
    /// The session's id; null for what cannot be a token. Looked up by its hash, so timing tells nothing about the token.
    /// </summary>
    public static string? SessionId(string token) =>
        token.Length != Length ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
