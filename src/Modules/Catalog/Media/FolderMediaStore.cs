using EcommerceBot.Outbox.Storage;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Media;

/// <summary>Pictures in a folder beside the embedded store.</summary>
internal sealed class FolderMediaStore(IOptions<StorageOptions> storage) : IMediaStore
{
    public async Task SaveAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(storage.Value.MediaPath);
        // A picture is served from the moment it has its name, so it gets it when it is whole.
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(unfinished, content, cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }

    public Stream? Open(string name)
    {
        var path = PathOf(name);
        return MediaName.IsValid(name) && File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
    }

    public bool Delete(string name)
    {
        var path = PathOf(name);
        if (!MediaName.IsValid(name) || !File.Exists(path))
            return false;
        File.Delete(path);
        return true;
    }

    private string PathOf(string name) => Path.GetFullPath(Path.Combine(storage.Value.MediaPath, Path.GetFileName(name)));
}
