using System.Diagnostics;
using System.Globalization;
using EcommerceBot.Running;

namespace EcommerceBot.Benchmarks.Importing;

/// <summary>The Host's own command as a process, timed from its start to its end, with the most memory it had resident.</summary>
internal static class MeasuredImport
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    public static async Task<(double Seconds, double MostMiB)> RunAsync(string folder, string database, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [HostProcess.FileOf(HostProcess.HostProgram), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Storage__DataPath", folder), ("ConnectionStrings__Postgres", database), ("ConnectionStrings__RabbitMq", ""),
            ("Shop__DemoCatalog", "false"), ("Logging__LogLevel__Default", "Warning"),
        })
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        var most = 0L;
        using var timer = new PeriodicTimer(Look);
        while (!process.HasExited && await timer.WaitForNextTickAsync(cancellationToken))
            most = Math.Max(most, MostResident(process.Id));
        await process.WaitForExitAsync(cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await said}{await complained}");
        return (seconds, most / 1024.0);
    }

    /// <summary>The kernel's own high-water mark, in KiB; 0 once the process is gone.</summary>
    private static long MostResident(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(string.Concat(line.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
