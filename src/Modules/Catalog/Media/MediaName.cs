using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace EcommerceBot.Catalog.Media;

/// <summary>A stored picture's name: half of its SHA-256 and the extension of its format; a small copy has its width in between.</summary>
internal static partial class MediaName
{
    public const string Path = "/media/";

    /// <summary>A name is made from the content, so what it names never changes.</summary>
    public const string CacheControl = "public, max-age=31536000, immutable";

    /// <summary>Widths of small copies, in pixels.</summary>
    public static IReadOnlyList<int> Widths { get; } = [160, 320, 640];

    public static string Of(ReadOnlySpan<byte> content, MediaFormat format) => $"{Digest(content)}.{format.Extension}";

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    /// <summary>The name of a picture's small copy.</summary>
    public static string Small(string name, int width) => $"{name[..name.IndexOf('.', StringComparison.Ordinal)]}.{width}.{MediaFormat.WebP.Extension}";

    /// <summary>Names the picture may have of which this is a small copy, and its width; none for any other name.</summary>
    public static (IReadOnlyList<string> Originals, int Width) OriginalsOf(string name)
    {
        var parts = name.Split('.');
        if (!IsValid(name) || parts.Length != 3)
            return ([], 0);
        return ([.. MediaFormat.Scalable.Select(format => $"{parts[0]}.{format.Extension}")], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Digest(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content))[..32];

    [GeneratedRegex("^[0-9a-f]{32}\\.(?:png|jpg|webp|gif|svg|(?:160|320|640)\\.webp)\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
