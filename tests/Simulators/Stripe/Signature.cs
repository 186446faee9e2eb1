using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Simulators.Stripe;

/// <summary>The <c>Stripe-Signature</c> header: HMAC-SHA256 over the time and the body.</summary>
public static class Signature
{
    public static string Of(string body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds();
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }
}
