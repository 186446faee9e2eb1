using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ModelContextProtocol;

namespace EcommerceBot.Conformance.Fixtures;

/// <summary>A request state only this process can have written.</summary>
internal static class SignedState
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string Write(string state) => $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(state))}.{Signature(state)}";

    /// <returns>The state, or null where there is none.</returns>
    /// <exception cref="McpProtocolException">It is not as it was given out.</exception>
    public static string? Read(string? given)
    {
        if (given is null)
            return null;
        if (given.Split('.') is [var body, var signature] && Base64Url.IsValid(body))
        {
            var state = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(body));
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Signature(state))))
                return state;
        }
        throw new McpProtocolException("The request state is not the one that was given out.", McpErrorCode.InvalidParams);
    }

    private static string Signature(string state) => Base64Url.EncodeToString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(state)));
}
