namespace EcommerceBot.Servers;

/// <summary>A volume that can be filled to its last byte without harm to others: a tmpfs, which only root may mount.</summary>
public sealed class SmallVolume : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("volume-").FullName;

    private SmallVolume()
    {
    }

    /// <summary>Where a server may put its files.</summary>
    public string Folder => Path.Combine(_folder, "files");

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Null where nothing may be mounted.</summary>
    /// <param name="megabytes">Its size.</param>
    /// <param name="owner">Who writes into <see cref="Folder"/>.</param>
    public static async Task<SmallVolume?> MountAsync(int megabytes, string owner)
    {
        var volume = new SmallVolume();
        try
        {
            await ServerProgram.RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", volume._folder);
        }
        catch (InvalidOperationException)
        {
            Directory.Delete(volume._folder);
            return null;
        }
        Directory.CreateDirectory(volume.Folder);
        await ServerProgram.RunAsync("chmod", "755", volume._folder);
        await ServerProgram.RunAsync("chown", owner, volume.Folder);
        return volume;
    }

    /// <summary>Leaves no free byte.</summary>
    public async Task FillAsync()
    {
        await using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                await ballast.WriteAsync(block);
        }
        catch (IOException)
        {
            // Full: what was wanted.
        }
    }

    /// <summary>As an operator would who found something to delete.</summary>
    public void Free() => File.Delete(Ballast);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ServerProgram.RunAsync("umount", "-l", _folder);
        Directory.Delete(_folder);
    }
}
