using System.Diagnostics;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Backups;

/// <summary>A private S3-compatible store, s3rver of npm at a fixed version, with one bucket.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Key = "S3RVER";
    private const string Package = "s3rver@3.7.1";
    private static readonly string Tools = Repository.At("artifacts/tools/s3rver");

    private readonly Process _process;

    private S3Server(Process process, string folder, int port) => (_process, Folder, Bucket) = (process, folder, new Uri($"http://127.0.0.1:{port}/backups"));

    public Uri Bucket { get; }
    public string Folder { get; }

    public static async Task<S3Server> StartAsync()
    {
        var node = Shell.Need("node", "nodejs");
        var program = Path.Combine(Tools, "node_modules/s3rver/bin/s3rver.js");
        if (!File.Exists(program))
        {
            Directory.CreateDirectory(Tools);
            var ended = await Shell.RunAsync(Shell.Need("npm", "npm"), "install", "--prefix", Tools, "--ignore-scripts", "--no-audit", "--no-fund", Package);
            if (ended.Code != 0)
                Assert.Skip($"An S3-compatible store could not be had: npm install {Package} ended with {ended.Code}: {ended.Said}");
        }
        var (folder, port) = (Directory.CreateTempSubdirectory("s3-").FullName, HostProcess.FreePort());
        var process = Process.Start(new ProcessStartInfo(node, [program, "-d", folder, "-a", "127.0.0.1", "-p", $"{port}", "--silent", "--configure-bucket", "backups"]))!;
        var server = new S3Server(process, folder, port);
        await server.UntilItAnswersAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task UntilItAnswersAsync()
    {
        using var client = new HttpClient();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(Bucket, timeout.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await timer.WaitForNextTickAsync(timeout.Token);
            }
        }
    }
}
