using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.AfterSales;

/// <summary>Proves what was shown: a hash over the tool, the customer, the arguments and the order as it would stand.</summary>
internal static class Confirmation
{
    public static string Of<TInput>(string tool, string ownerId, TInput input, OrderResult shown)
    {
        var text = JsonSerializer.Serialize(new { tool, ownerId, input, shown }, ToolJson.Result);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public static bool Matches(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
