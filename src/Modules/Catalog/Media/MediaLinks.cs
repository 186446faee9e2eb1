using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Media;

/// <summary>Where a browser gets a picture. Products keep the path of this shop, so that a CDN can come and go.</summary>
internal sealed class MediaLinks(IOptions<MediaOptions> options)
{
    private readonly string? _base = options.Value.PublicBaseUrl is { Length: > 0 } address ? address.TrimEnd('/') + "/" : null;

    /// <summary>Pictures of other shops stay where they are.</summary>
    public string? Of(string? url) => _base is not null && url?.StartsWith(MediaName.Path, StringComparison.Ordinal) == true ? _base + url[MediaName.Path.Length..] : url;
}
