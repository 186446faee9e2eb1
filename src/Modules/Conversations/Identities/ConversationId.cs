using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Conversations.Identities;

/// <summary>The conversation of a channel, account and sender, known without a look-up and the same on every replica.</summary>
internal static class ConversationId
{
    public static Guid Of(string channel, string account, string externalId)
    {
        // The lengths keep ("a|b","c") apart from ("a","b|c").
        var name = $"{channel.Length}|{channel}|{account.Length}|{account}|{externalId}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
