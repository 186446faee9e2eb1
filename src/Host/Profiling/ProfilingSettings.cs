using System.Security.Cryptography;
using System.Text;

namespace EcommerceBot.Host.Profiling;

/// <summary>Whether the running Host may be profiled from outside, by whom, and where.</summary>
/// <param name="Port"><c>PROFILING_PORT</c>; default 6060. The only port with <c>/debug</c>, and with nothing else.</param>
/// <param name="Token"><c>PROFILING_TOKEN</c>, a secret of at least 16 characters: sent as a bearer token, or as the password of basic authentication, which
/// <c>go tool pprof</c> can send too.</param>
internal sealed record ProfilingSettings(int Port, string Token)
{
    public const int ShortestToken = 16;
    private const int UsualPort = 6060;

    /// <summary>Null unless <c>ENABLE_PROFILING</c> is true.</summary>
    public static ProfilingSettings? Read(IConfiguration configuration) =>
        string.Equals(configuration["ENABLE_PROFILING"], "true", StringComparison.OrdinalIgnoreCase)
            ? new ProfilingSettings(configuration.GetValue("PROFILING_PORT", UsualPort), configuration["PROFILING_TOKEN"] ?? "")
            : null;

    public static int? PortOf(IConfiguration configuration) => Read(configuration)?.Port;

    public IEnumerable<string> Faults()
    {
        if (Token.Length < ShortestToken)
            yield return $"ENABLE_PROFILING is on and PROFILING_TOKEN has fewer than {ShortestToken} characters: set a secret of your own, since a profile shows what runs inside.";
        if (Port is < 1 or > 65535)
            yield return "PROFILING_PORT should be from 1 to 65535.";
    }

    /// <summary>Whether the request bears the token; constant in time over what it bears.</summary>
    public bool Admits(HttpRequest request) => CryptographicOperations.FixedTimeEquals(Digest(Given(request)), Digest(Token));

    private static string Given(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return header[7..].Trim();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return "";
        var decoded = new byte[header.Length];
        return Convert.TryFromBase64String(header[6..].Trim(), decoded, out var length) && Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) is [var user, var password]
            ? password.Length > 0 ? password : user
            : "";
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
