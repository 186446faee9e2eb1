using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EcommerceBot.Servers;

/// <summary>What the private servers have in common: a folder, a free port, a program that may be missing, a process that may be killed.</summary>
internal static class ServerProgram
{
    /// <summary>The first of these files that exists, or null with nothing thrown: a tier that cannot run says so itself.</summary>
    public static string? Find(params string[] candidates) => candidates.FirstOrDefault(File.Exists);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, string logFile)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var log = TextWriter.Synchronized(new StreamWriter(logFile, append: true) { AutoFlush = true });
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a program to its end and throws with its output when it fails.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {string.Join('\n', await output)}");
    }

    public static async Task UntilAsync(Func<Task<bool>> ready, Process process, string name, string logFile)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await Quietly(ready))
        {
            if (process.HasExited || timeout.IsCancellationRequested)
                throw new InvalidOperationException($"{name} did not become ready; its log is {logFile}: {(File.Exists(logFile) ? File.ReadAllText(logFile) : "")}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> Quietly(Func<Task<bool>> ready)
    {
        try
        {
            return await ready();
        }
        catch (Exception exception) when (exception is SocketException or HttpRequestException or IOException or System.Data.Common.DbException)
        {
            return false;
        }
    }
}
