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

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        return Task.FromResult<Stream?>(MediaName.IsValid(name) && File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null);
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        var isThere = MediaName.IsValid(name) && File.Exists(path);
        if (isThere)
            File.Delete(path);
        return Task.FromResult(isThere);
    }

    private string PathOf(string name) => Path.GetFullPath(Path.Combine(storage.Value.MediaPath, Path.GetFileName(name)));
}
