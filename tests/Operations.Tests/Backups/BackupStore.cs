using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Backups;

/// <summary>An object store and a pair of keys, as an operator would have them; scripts run with it.</summary>
internal sealed class BackupStore : IAsyncDisposable
{
    private readonly Dictionary<string, string> _environment;

    private BackupStore(S3Server s3, string folder)
    {
        (S3, Folder) = (s3, folder);
        _environment = new()
        {
            ["BACKUP_S3_URL"] = s3.Bucket.ToString(),
            ["BACKUP_S3_ACCESS_KEY"] = S3Server.Key,
            ["BACKUP_S3_SECRET_KEY"] = S3Server.Key,
            ["BACKUP_WORK"] = folder,
            ["BACKUP_PUBLIC_KEY"] = Path.Combine(folder, "public.asc"),
            ["BACKUP_PRIVATE_KEY"] = Path.Combine(folder, "private.asc"),
            ["BACKUP_MARKER"] = Path.Combine(folder, "last-backup"),
        };
    }

    public S3Server S3 { get; }
    public string Folder { get; }

    public static async Task<BackupStore> StartAsync()
    {
        var gpg = Shell.Need("gpg", "gnupg");
        var store = new BackupStore(await S3Server.StartAsync(), Directory.CreateTempSubdirectory("backup-").FullName);
        // A short path: gpg's agent listens on a socket beneath it.
        var home = Directory.CreateTempSubdirectory("gpg-").FullName;
        async Task GpgAsync(params string[] arguments)
        {
            var ended = await Shell.RunAsync(gpg, ["--batch", "--quiet", "--no-options", "--passphrase", "", .. arguments], new Dictionary<string, string> { ["GNUPGHOME"] = home });
            Assert.True(ended.Code == 0, ended.Said);
        }
        await GpgAsync("--quick-generate-key", "backup@shop.test", "future-default", "default", "never");
        await GpgAsync("--armor", "--output", store._environment["BACKUP_PUBLIC_KEY"], "--export");
        await GpgAsync("--armor", "--pinentry-mode", "loopback", "--output", store._environment["BACKUP_PRIVATE_KEY"], "--export-secret-keys");
        await Shell.RunAsync("gpgconf", ["--kill", "gpg-agent"], new Dictionary<string, string> { ["GNUPGHOME"] = home });
        Directory.Delete(home, recursive: true);
        return store;
    }

    public Task<Ended> RunAsync(string script, string[] arguments, params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>(_environment);
        foreach (var (name, value) in more)
            environment[name] = value;
        return Shell.RunAsync(Repository.At($"scripts/{script}"), arguments, environment);
    }

    public async ValueTask DisposeAsync()
    {
        await S3.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
