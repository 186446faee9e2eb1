using System.Buffers.Text;
using System.Text;
using System.Globalization;

namespace EcommerceBot.Catalog.Search;

/// <summary>Where a page ended: the last product and its place, so that the next begins behind that product even when others have come or gone before it.</summary>
internal readonly record struct PageCursor(long Position, int Place)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Position}.{Place}")));

    /// <summary>Null where the text is no cursor.</summary>
    public static PageCursor? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[48];
        if (text is not { Length: > 0 and <= 60 } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var length))
            return null;
        return Encoding.ASCII.GetString(bytes[..length]).Split('.') is [var position, var place]
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var product) && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new PageCursor(product, at) : null;
    }

    /// <summary>Where the next page begins in a list of positions.</summary>
    public int BeginsIn(IReadOnlyList<long> positions)
    {
        for (var at = 0; at < positions.Count; at++)
            if (positions[at] == Position)
                return at + 1;
        return Math.Min(Place + 1, positions.Count);
    }
}
