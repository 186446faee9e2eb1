using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace EcommerceBot.Catalog.Media;

/// <summary>A stored picture's name: half of its SHA-256 and the extension of its format.</summary>
internal static partial class MediaName
{
    public const string Path = "/media/";

    public static string Of(ReadOnlySpan<byte> content, MediaFormat format) => $"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}.{format.Extension}";

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex("^[0-9a-f]{32}\\.(png|jpg|webp|gif|svg)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
