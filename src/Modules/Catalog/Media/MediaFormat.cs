using System.Text;

namespace EcommerceBot.Catalog.Media;

/// <summary>The picture formats the shop serves, told by their first bytes and never by a file's name.</summary>
internal sealed record MediaFormat(string Extension, string ContentType)
{
    public static readonly MediaFormat Png = new("png", "image/png");
    public static readonly MediaFormat Jpeg = new("jpg", "image/jpeg");
    public static readonly MediaFormat WebP = new("webp", "image/webp");
    public static readonly MediaFormat Gif = new("gif", "image/gif");
    public static readonly MediaFormat Svg = new("svg", "image/svg+xml");

    private static readonly MediaFormat[] All = [Png, Jpeg, WebP, Gif, Svg];

    /// <summary>Drawings are small anyway, and moving pictures would stand still.</summary>
    public static IReadOnlyList<MediaFormat> Scalable { get; } = [Png, Jpeg, WebP];

    /// <summary>Null for anything else.</summary>
    public static MediaFormat? Sniff(ReadOnlySpan<byte> content) => content switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        _ when LooksLikeXml(content) => Svg,
        _ => null,
    };

    public static MediaFormat? OfName(string name) => Array.Find(All, format => name.EndsWith($".{format.Extension}", StringComparison.Ordinal));

    private static bool LooksLikeXml(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        return content.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
