using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace EcommerceBot.Running;

/// <summary>The real Host as a process of its own, so that a kill is a SIGKILL.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>The shop's Host with the fixtures of the MCP suites.</summary>
    public const string ConformanceProgram = "ConformanceProgram";
    public const string HostProgram = "HostProgram";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Uri _ready;

    private HostProcess(Process process, StreamWriter log, Uri address, string? managementPort)
    {
        (_process, _log, Address) = (process, log, address);
        Management = managementPort is null ? address : new Uri($"http://127.0.0.1:{managementPort}");
        _ready = new Uri(Management, "/health/ready");
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Address { get; }

    /// <summary>Where health and metrics answer.</summary>
    public Uri Management { get; }
    public HttpClient Client { get; }
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The built program of that name.</summary>
    public static string FileOf(string program) =>
        typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == program).Value!;

    /// <summary>Starts on <paramref name="port"/> and returns once it is ready.</summary>
    public static async Task<HostProcess> StartAsync(string dataPath, int port, IReadOnlyDictionary<string, string>? settings = null, string program = HostProgram)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var log = new StreamWriter(LogOf(dataPath), append: true) { AutoFlush = true };
        var process = Launch(program, Settings(dataPath, address, settings), log);
        var host = new HostProcess(process, log, address, settings?.GetValueOrDefault("Management__Port"));
        try
        {
            await host.WaitUntilReadyAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the Hosts on this folder wrote; readable once they are gone.</summary>
    public static string LogOf(string dataPath) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "host-logs")).FullName, $"{Path.GetFileName(dataPath)}.log");

    /// <summary>Runs the program until it ends by itself; returns its exit code and what it wrote.</summary>
    public static Task<(int ExitCode, string Output)> RunToEndAsync(string dataPath, IReadOnlyDictionary<string, string>? settings, params string[] arguments) =>
        RunToEndAsync(HostProgram, dataPath, settings, arguments);

    public static async Task<(int ExitCode, string Output)> RunToEndAsync(string program, string dataPath, IReadOnlyDictionary<string, string>? settings, string[] arguments)
    {
        await using var output = new StringWriter();
        using var process = Launch(program, Settings(dataPath, new Uri($"http://127.0.0.1:{FreePort()}"), settings), TextWriter.Synchronized(output), arguments);
        using var timeout = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, output.ToString());
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an orchestrator stops it; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync();
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        Client.Dispose();
        await _log.DisposeAsync();
    }

    private static Dictionary<string, string> Settings(string dataPath, Uri address, IReadOnlyDictionary<string, string>? settings)
    {
        var all = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/'),
            ["Storage__DataPath"] = dataPath,
            ["Shop__PublicUrl"] = address.ToString().TrimEnd('/'),
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            all[name] = value;
        return all;
    }

    private static Process Launch(string program, Dictionary<string, string> settings, TextWriter output, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [FileOf(program), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => output.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsReadyAsync())
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The Host ended with {_process.ExitCode} before it was ready; its log lies in host-logs beside the tests.");
            if (timeout.IsCancellationRequested)
                throw new TimeoutException($"The Host was not ready within {Patience.TotalMinutes:0} min; its log lies in host-logs beside the tests.");
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(_ready);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
