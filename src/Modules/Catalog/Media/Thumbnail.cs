using SkiaSharp;

namespace EcommerceBot.Catalog.Media;

/// <summary>Small copies of pictures.</summary>
internal static class Thumbnail
{
    private const int Quality = 80;

    // Told before the picture is unfolded: a few kilobytes can claim gigabytes.
    private const long MostPixels = 40_000_000;

    /// <summary>WebP of at most this width; null for what cannot be read, or is not larger anyway.</summary>
    public static byte[]? Of(byte[] content, int width)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= width || codec.Info.Height < 1 || (long)codec.Info.Width * codec.Info.Height > MostPixels)
            return null;
        using var whole = SKBitmap.Decode(codec);
        if (whole is null)
            return null;
        var height = Math.Max(1, (int)Math.Round((double)codec.Info.Height * width / codec.Info.Width));
        using var small = whole.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        if (small is null)
            return null;
        using var image = SKImage.FromBitmap(small);
        using var encoded = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded?.ToArray();
    }
}
