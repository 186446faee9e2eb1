using SkiaSharp;

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>Pictures of one colour.</summary>
internal static class SamplePicture
{
    public static byte[] Png(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        using var image = SKImage.FromBitmap(bitmap);
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }
}
