using System.Reflection;

namespace EcommerceBot.Catalog.Import;

/// <summary>A catalog file and the pictures that came with it.</summary>
/// <param name="Length">Bytes of the file.</param>
/// <param name="Open">The file from its beginning; called twice.</param>
/// <param name="OpenPicture">A picture by its plain file name; null when it is not there.</param>
internal sealed record ImportSource(long Length, Func<Stream> Open, Func<string, Stream?> OpenPicture)
{
    /// <summary>A file on disk; its pictures lie beside it or in a folder <c>media</c> beside it.</summary>
    /// <exception cref="UnreadableFileException">There is no such file, or it is a folder or empty.</exception>
    public static ImportSource FromFile(string path)
    {
        if (Directory.Exists(path))
            throw new UnreadableFileException(null, $"{path} is a folder. Name the catalog file in it.");
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new UnreadableFileException(null, $"There is no file {path}. Check the name and the folder ({Directory.GetCurrentDirectory()}).");
        if (file.Length == 0)
            throw new UnreadableFileException(null, $"{path} is empty. A catalog holds at least one product.");
        return new ImportSource(file.Length, file.OpenRead, name => OpenBeside(file.DirectoryName!, name));
    }

    /// <summary>A file embedded in this assembly, with its pictures in <c>media/</c> beside it; null when it is not there.</summary>
    public static ImportSource? FromResource(Assembly assembly, string folder, string name)
    {
        var resource = $"{folder}/{name}";
        using var file = assembly.GetManifestResourceStream(resource);
        return file is null ? null
            : new ImportSource(file.Length, () => assembly.GetManifestResourceStream(resource)!, picture => assembly.GetManifestResourceStream($"{folder}/media/{picture}"));
    }

    private static FileStream? OpenBeside(string folder, string name)
    {
        var path = new[] { Path.Combine(folder, name), Path.Combine(folder, "media", name) }.FirstOrDefault(File.Exists);
        return path is null ? null : File.OpenRead(path);
    }
}
