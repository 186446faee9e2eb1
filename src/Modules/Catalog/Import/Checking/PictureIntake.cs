using EcommerceBot.Catalog.Import.Reading;
using EcommerceBot.Catalog.Media;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>The pictures of one import: checked while the file is checked, stored only once all of it is good.</summary>
internal sealed class PictureIntake(ImportSource source, IMediaStore media)
{
    private const int LongestUrl = 2000;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The address under which a product's picture will be found; null for none, or with a fault.</summary>
    public string? UrlOf(Field image, ImportFaults faults)
    {
        if (image.Value is not { } value)
            return null;
        if (value.Contains("://", StringComparison.Ordinal))
            return WebAddress(value, image.Line, faults);
        // As an export of this shop names it: the picture is here already.
        if (value.StartsWith(MediaName.Path, StringComparison.Ordinal) && MediaName.IsValid(value[MediaName.Path.Length..]))
            return value;
        if (!_names.TryGetValue(value, out var name))
        {
            var fault = Check(value, out name);
            if (fault is not null)
            {
                faults.Add(image.Line, $"the image {Quote.Short(value)} {fault}.");
                return null;
            }
            _names.Add(value, name);
        }
        return MediaName.Path + name;
    }

    public async Task StoreAsync(CancellationToken cancellationToken)
    {
        foreach (var (file, name) in _names)
        {
            var content = Read(file);
            if (content is null || PictureCheck.FaultOf(content, out var current) is not null || current != name)
                throw new UnreadableFileException(null, $"the image {Quote.Short(file)} changed while the catalog was imported. Try again.");
            await media.SaveAsync(name, content, cancellationToken);
        }
    }

    private static string? WebAddress(string value, int line, ImportFaults faults)
    {
        if (value.Length <= LongestUrl && Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
            return url.AbsoluteUri;
        faults.Add(line, $"the image {Quote.Short(value)} should be an https address of at most {LongestUrl} characters, or the name of a file beside the catalog.");
        return null;
    }

    private string? Check(string file, out string name)
    {
        name = "";
        return Read(PlainName(file)) is { } content ? PictureCheck.FaultOf(content, out name) : PlainName(file) is null
            ? "should be a plain file name, without folders other than media/"
            : "is neither beside the catalog file nor in a folder media beside it";
    }

    /// <summary>At most one byte above the limit is read.</summary>
    private byte[]? Read(string? file)
    {
        if (PlainName(file) is not { } plain)
            return null;
        using var picture = source.OpenPicture(plain);
        if (picture is null)
            return null;
        var content = new byte[PictureCheck.Largest + 1];
        return content[..picture.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Null for a name that leads to another folder.</summary>
    private static string? PlainName(string? file)
    {
        var name = file?.StartsWith("media/", StringComparison.Ordinal) == true ? file["media/".Length..] : file;
        return name is null or "." or ".." || name.AsSpan().ContainsAny('/', '\\', '\0') ? null : name;
    }
}
