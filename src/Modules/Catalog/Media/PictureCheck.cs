namespace EcommerceBot.Catalog.Media;

/// <summary>What may be stored as a picture, whoever brings it.</summary>
internal static class PictureCheck
{
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>Null and its name for a picture; else what is wrong, worded to follow "the picture".</summary>
    public static string? FaultOf(byte[] content, out string name)
    {
        name = "";
        if (content.Length > Largest)
            return $"is larger than {Largest / 1024 / 1024} MB";
        if (MediaFormat.Sniff(content) is not { } format)
            return "is not a PNG, JPEG, WebP, GIF or SVG picture";
        if (format == MediaFormat.Svg && SvgCheck.FaultOf(content) is { } fault)
            return fault;
        name = MediaName.Of(content, format);
        return null;
    }
}
